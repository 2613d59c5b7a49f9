using System.Text.Json;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>How long pieces are on the wire, in UTF-16 characters.</summary>
internal static class CardSize
{
    public static int Of(CardElement element) => JsonSerializer.Serialize(element, TeamsJson.Options).Length + 1;
}
