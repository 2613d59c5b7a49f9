#!/usr/bin/env node
'use strict';
// Draws Block Kit JSON (our golden files) as a page that looks much like Slack, to be looked at by people.
//   node view.js OUT.html FILE.json...      a file holds messages [{text, blocks}], or one view {type, blocks}
const fs = require('fs');
const path = require('path');

const esc = (s) => s.replace(/&(?!(amp|lt|gt);)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

// Slack's mrkdwn; code is taken out first so that nothing in it is read as a mark.
function mrkdwn(text) {
  const kept = [];
  const keep = (html) => `\u0000${kept.push(html) - 1}\u0000`;
  let t = text.replace(/```\n?([\s\S]*?)\n?```/g, (_, c) => keep(`<pre>${esc(c)}</pre>`)).replace(/`([^`\n]+)`/g, (_, c) => keep(`<code>${esc(c)}</code>`));
  t = t.replace(/<!date\^(\d+)\^[^|>]*\|([^>]*)>/g, (_, s, label) => keep(`<time>${esc(label)}</time>`))
    .replace(/<#(C\w+)(\|([^>]*))?>/g, (_, id, x, label) => keep(`<a>#${esc(label || id)}</a>`))
    .replace(/<@(U\w+)>/g, (_, id) => keep(`<a>@${id}</a>`))
    .replace(/<((https?|mailto):[^|>]+)\|([^>]*)>/g, (_, u, x, label) => keep(`<a href="${esc(u)}">${label}</a>`))
    .replace(/<((https?|mailto):[^>]+)>/g, (_, u) => keep(`<a href="${esc(u)}">${u}</a>`));
  t = esc(t).replace(/(^|[\s(>\u200b])\*([^*\n]+)\*(?=$|[\s.,:;!?)<\u200b])/gm, '$1<b>$2</b>')
    .replace(/(^|[\s(>\u200b])_([^_\n]+)_(?=$|[\s.,:;!?)<\u200b])/gm, '$1<i>$2</i>')
    .replace(/(^|[\s(>\u200b])~([^~\n]+)~(?=$|[\s.,:;!?)<\u200b])/gm, '$1<s>$2</s>')
    .replace(/(^|\n)&gt; ?([^\n]*)/g, '$1<blockquote>$2</blockquote>');
  t = t.replace(/\n/g, '<br>');
  return t.replace(/\u0000(\d+)\u0000/g, (_, i) => kept[i]);
}

// Machines without a colour font show empty boxes; these few signs are drawn instead.
const signs = { '\u2705': '<i class="sign ok">&#10003;</i>', '\u274c': '<i class="sign no">&#10007;</i>', '\u23f3': '<i class="sign run">&#8230;</i>', '\u2796': '<i class="sign">&#8722;</i>', '\u25ab\ufe0f': '<i class="sign">&#9702;</i>' };
const drawn = (html) => Object.entries(signs).reduce((t, [sign, glyph]) => t.split(sign).join(glyph), html);
const hand = (turn) => `<svg width="18" height="18" viewBox="0 0 24 24" style="transform:rotate(${turn}deg)"><path fill="none" stroke="#616061" stroke-width="2" d="M7 11l4-8c2 0 3 1 3 3v3h5c1 0 2 1 2 2l-2 8c0 1-1 2-2 2H7zM7 11H3v10h4"/></svg>`;

const text = (o) => (!o ? '' : o.type === 'mrkdwn' ? mrkdwn(o.text) : esc(o.text).replace(/\n/g, '<br>'));
const button = (b) => `<span class="btn ${b.style || ''}">${text(b.text)}</span>`;

const draw = {
  header: (b) => `<h3>${text(b.text)}</h3>`,
  divider: () => '<hr>',
  section: (b) => (b.text ? `<div class="p">${text(b.text)}</div>` : '') + (b.fields ? `<div class="fields">${b.fields.map((f) => `<div>${text(f)}</div>`).join('')}</div>` : ''),
  context: (b) => `<div class="context">${b.elements.map((e) => `<div>${text(e)}</div>`).join('')}</div>`,
  actions: (b) => `<div class="actions">${b.elements.map(button).join('')}</div>`,
  context_actions: (b) => `<div class="votes">${b.elements.map((e) => `<span title="${text(e.positive_button.text)}">${hand(0)}</span><span title="${text(e.negative_button.text)}">${hand(180)}</span>`).join('')}</div>`,
  table: (b) => `<table>${b.rows.map((r, i) => `<tr>${r.map((c, k) => `<t${i ? 'd' : 'h'} style="text-align:${(b.column_settings[k] || {}).align || 'left'}">${esc(c.text)}</t${i ? 'd' : 'h'}>`).join('')}</tr>`).join('')}</table>`,
  input: (b) => `<label>${text(b.label)}${b.optional ? ' <small>(optional)</small>' : ''}<div class="box ${b.element.multiline ? 'tall' : ''}">${esc(b.element.initial_value || '')}</div>${b.hint ? `<small>${text(b.hint)}</small>` : ''}</label>`,
};

function blocks(list) {
  return list.map((b) => { if (!draw[b.type]) throw new Error(`no drawing for a block of type ${b.type}`); return draw[b.type](b); }).join('');
}

function message(m) {
  const inside = m.blocks && m.blocks.length ? blocks(m.blocks) : m.audio ? `<div class="file">&#9654; ${esc(m.text)}</div>` : `<div class="p">${mrkdwn(m.text)}</div>`;
  return `<div class="msg"><div class="face">H</div><div class="body"><div class="who">Hard-E <span>APP</span></div>${inside}</div></div>`;
}

function view(v) {
  return v.type === 'modal'
    ? `<div class="modal"><div class="bar">${text(v.title)}</div><div class="in">${blocks(v.blocks)}</div><div class="foot">${v.close ? `<span class="btn">${text(v.close)}</span>` : ''}${v.submit ? `<span class="btn primary">${text(v.submit)}</span>` : ''}</div></div>`
    : `<div class="home">${blocks(v.blocks)}</div>`;
}

const css = `body{font:15px/1.46 Lato,"Helvetica Neue",Arial,sans-serif;color:#1d1c1d;margin:0;background:#fff;width:720px}
h2{font-size:12px;color:#616061;margin:18px 16px 4px;font-weight:400;border-top:1px solid #ddd;padding-top:10px}h3{font-size:18px;margin:10px 0 4px}
.msg{display:flex;padding:8px 16px}.face{width:36px;height:36px;border-radius:6px;background:#12304a;color:#fff;text-align:center;line-height:36px;font-weight:700;margin-right:8px;flex:none}
.body{flex:1;min-width:0}.who{font-weight:900}.who span{font:10px sans-serif;background:#e8e8e8;color:#616061;border-radius:2px;padding:1px 3px;vertical-align:2px}
.p{margin:4px 0}.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;margin:6px 0}.context{font-size:12px;color:#616061;margin:6px 0}.actions{margin:8px 0;display:flex;flex-wrap:wrap;gap:8px}
.btn{border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700;font-size:13px;background:#fff}.btn.primary{background:#007a5a;border-color:#007a5a;color:#fff}.btn.danger{background:#e01e5a;border-color:#e01e5a;color:#fff}
.votes{display:flex;gap:10px;margin:6px 0}.sign{font:700 12px/16px sans-serif;display:inline-block;width:16px;height:16px;text-align:center;border-radius:3px;color:#fff;background:#bbb;vertical-align:1px}.sign.ok{background:#007a5a}.sign.no{background:#e01e5a}.sign.run{background:#1264a3}table{border-collapse:collapse;margin:6px 0;font-size:14px}td,th{border:1px solid #ddd;padding:4px 10px}th{background:#f8f8f8}
pre{background:#f8f8f8;border:1px solid #ddd;border-radius:4px;padding:8px;font-size:12px;white-space:pre-wrap;margin:4px 0}code{background:#f8f8f8;border:1px solid #ddd;border-radius:3px;color:#e01e5a;padding:1px 3px;font-size:12px}
blockquote{border-left:4px solid #ddd;margin:2px 0;padding-left:10px}a{color:#1264a3;text-decoration:none}hr{border:0;border-top:1px solid #ddd;margin:14px 0}time{color:#616061}
.home{padding:8px 20px}.modal{margin:12px auto;width:480px;border:1px solid #bbb;border-radius:8px;box-shadow:0 6px 24px #0003}.bar{font-size:20px;font-weight:900;padding:16px 20px;border-bottom:1px solid #eee}.in{padding:10px 20px}.foot{padding:12px 20px;border-top:1px solid #eee;display:flex;justify-content:flex-end;gap:10px}
label{display:block;font-weight:700;margin:10px 0}small{font-weight:400;color:#616061}.box{border:1px solid #999;border-radius:4px;padding:6px 10px;font-weight:400;min-height:20px;margin:3px 0}.box.tall{min-height:70px}.file{border:1px solid #ddd;border-radius:8px;padding:12px;width:300px;margin:4px 0}`;

const [out, ...files] = process.argv.slice(2);
if (!out || !files.length) { console.error('node view.js OUT.html FILE.json...'); process.exit(2); }
const pages = files.map((f) => { const j = JSON.parse(fs.readFileSync(f, 'utf8')); return (files.length > 1 ? `<h2>${esc(path.basename(f, '.json'))}</h2>` : '') + (Array.isArray(j) ? j.map(message).join('') : view(j)); });
fs.writeFileSync(out, `<!doctype html><meta charset="utf-8"><title>Slack cards</title><style>${css}</style>${drawn(pages.join(''))}`);
