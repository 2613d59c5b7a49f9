using System.Globalization;
using System.Text.RegularExpressions;
using HardE.Agents.Services;

namespace HardE.Agents.Scripting;

/// <summary>The script fits the record: its trade words are the job's, its time is the appointment's.</summary>
internal static partial class ScriptFit
{
    public static void Check(string text, PrimerScriptInput input, CompanyOptions company, List<ScriptProblem> problems)
    {
        CheckTrades(company.Name.Length > 0 ? text.Replace(company.Name, "us", StringComparison.OrdinalIgnoreCase) : text, input, problems);
        var phone = SpokenWords.Phone(company.Phone);
        CheckTimes(phone.Length > 0 ? text.Replace(phone, "", StringComparison.OrdinalIgnoreCase) : text, input, company, problems);
    }

    private static void CheckTrades(string text, PrimerScriptInput input, List<ScriptProblem> problems)
    {
        var trades = TradeWords.Of(input.Trades, input.JobDescription);
        foreach (var trade in trades.Where(t => t != TradeWords.General && !t.Named.IsMatch(text)))
        {
            problems.Add(new("trade_missing", $"The job is {trade.Id}, but the script never speaks of it."));
        }

        foreach (var other in TradeWords.Known.Except(trades).Where(_ => trades[0] != TradeWords.General))
        {
            if (other.Own.Match(text) is { Success: true } word)
            {
                problems.Add(new("wrong_trade", $"“{word.Value}” belongs to {other.Id}, which this job is not."));
            }
        }
    }

    /// <summary>A day, date or hour may be said only when it is the appointment's.</summary>
    private static void CheckTimes(string text, PrimerScriptInput input, CompanyOptions company, List<ScriptProblem> problems)
    {
        var stated = "";
        if (input.Appointment is { } visit)
        {
            stated = SpokenWords.Moment(TimeZoneInfo.ConvertTime(visit, company.Zone)).ToLower(CultureInfo.InvariantCulture);
        }

        foreach (Match said in Times().Matches(text))
        {
            if (!stated.Contains(said.Value.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                problems.Add(new("time", $"“{said.Value}” is not in the record; a time is said only when the CRM or the e-mail states it."));
            }
        }
    }

    [GeneratedRegex(@"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(tomorrow|tonight|this (afternoon|evening|morning|week|weekend)|next (week|month))\b|\bat (one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon)\b(?=,|\.| in the| o'clock| (oh|fifteen|thirty|forty-five)\b)|\bo'clock\b|\b(January|February|March|April|June|July|August|September|October|November|December)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
