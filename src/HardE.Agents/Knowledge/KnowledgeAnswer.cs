using HardE.Agents.Turns;

namespace HardE.Agents.Knowledge;

/// <summary>An answer in the documents' own words.</summary>
/// <param name="Found">False when the documents hold no answer; the text then says so.</param>
/// <param name="Text">Markdown; each bullet ends in the number of its source.</param>
public sealed record KnowledgeAnswer(bool Found, string Text, IReadOnlyList<Citation> Sources);
