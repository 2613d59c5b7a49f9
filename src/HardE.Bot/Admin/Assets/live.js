// Follows changes: the server says "changed", the page is fetched again and its parts marked data-live are exchanged.
// A part that somebody types in, has opened, or listens to is left alone until the next change.
(() => {
  "use strict";
  const source = document.body.dataset.follow;
  if (!source || !window.EventSource) return;
  let busy = false, again = false;

  const inUse = part => part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")
    || part.querySelector("details[open]") !== null
    || [...part.querySelectorAll("video, audio")].some(media => !media.paused);

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 401) { location.reload(); return; }
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const old of document.querySelectorAll("[data-live]")) {
        const fresh = page.getElementById(old.id);
        if (!fresh || fresh.innerHTML === old.innerHTML) continue;
        if (!inUse(old)) { old.replaceWith(document.adoptNode(fresh)); continue; }
        // What is typed stays; the version that an act is meant for does not change under the reader's eyes.
      }
    } catch { /* the next change tries again */ } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  }

  const events = new EventSource(source);
  events.addEventListener("changed", refresh);
})();
