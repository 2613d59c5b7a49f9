using HardE.Jobs.Delivery;
using HardE.Jobs.Mail;

namespace HardE.Bot.Media;

/// <summary>
/// Where a homeowner ends our mail: a link with a button for people, and one POST for mail programs (RFC 8058). No login;
/// opening the link changes nothing, because scanners open every link.
/// </summary>
internal static class StopMailPage
{
    public static void MapStopMail(this IEndpointRouteBuilder app)
    {
        app.MapMethods(UnsubscribeLinks.Path + "/{token}", ["GET", "HEAD"], (string token, StopMail stop) => stop.Ask(token));
        app.MapPost(UnsubscribeLinks.Path + "/{token}", (string token, StopMail stop, CancellationToken ct) => stop.StopAsync(token, ct));
    }
}

/// <summary>Answers the two requests of a link that ends our mail.</summary>
internal sealed class StopMail(UnsubscribeLinks links, Suppressions suppressions, MediaRequest pages)
{
    public IResult Ask(string token) => links.Read(token) is null ? Wrong() : pages.Say(
        page => page.Ask("No more mail from us?", "We will send nothing more to this address. You can still call us, or answer an earlier mail.", "Stop all mail"));

    public async Task<IResult> StopAsync(string token, CancellationToken ct)
    {
        if (links.Read(token) is not ({ } tenant, { } address))
        {
            return Wrong();
        }

        await suppressions.AddAsync(tenant, address, "link", ct);
        return pages.Say(page => page.Notice("Done", "You get no more mail from us at this address."));
    }

    private IResult Wrong() => pages.Say(
        page => page.Notice("This link is not complete", "Please open the link from our mail again, or answer the mail with the word STOP."), StatusCodes.Status404NotFound);
}
