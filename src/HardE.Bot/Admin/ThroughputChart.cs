using System.Globalization;
using System.Text;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Html;

namespace HardE.Bot.Admin;

/// <summary>Done and failed runs by the hour, as one inline SVG; the numbers are also in its text for screen readers.</summary>
internal static class ThroughputChart
{
    private const int Width = 720;
    private const int Height = 110;
    private const int Floor = 90;
    private const int Top = 12;

    public static HtmlString Draw(IReadOnlyList<PrimerHour> hours)
    {
        var most = Math.Max(1, hours.Max(h => h.Done + h.Failed));
        var step = (double)Width / hours.Count;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        svg.Append(CultureInfo.InvariantCulture, $"{hours.Sum(h => h.Done)} done and {hours.Sum(h => h.Failed)} failed in {hours.Count} hours, at most {most} an hour\">");
        for (var i = 0; i < hours.Count; i++)
        {
            var failed = Scale(hours[i].Failed, most);
            var done = Scale(hours[i].Done, most);
            Bar(svg, "failed", (i * step) + 2, Floor - failed, step - 4, failed);
            Bar(svg, "done", (i * step) + 2, Floor - failed - done, step - 4, done);
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"{Width}\" y1=\"{Floor}\" y2=\"{Floor}\"/></svg>");
        return new HtmlString(svg.ToString());
    }

    private static double Scale(int count, int most) => count == 0 ? 0 : Math.Max(2, (double)count / most * (Floor - Top));

    private static void Bar(StringBuilder svg, string kind, double x, double y, double width, double height)
    {
        if (height > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>");
        }
    }
}
