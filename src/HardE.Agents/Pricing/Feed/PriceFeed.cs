using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing.Feed;

/// <summary>
/// A supplier's current costs, laid over the catalog by sku. A price counts only when its unit is the row's. A feed that is
/// silent, wrong or too old changes nothing: the catalog's own costs serve, and the answer says so.
/// </summary>
public sealed class PriceFeed(HttpClient http, IOptions<PriceFeedOptions> options, TimeProvider clock, ILogger<PriceFeed> log) : IDisposable
{
    private const int MostPrices = 100_000;
    private readonly SemaphoreSlim one = new(1, 1);
    private FeedPrices? last;
    private DateTimeOffset? asked;

    /// <summary>The rows with the feed's costs where it has them; null for the state when no feed is set.</summary>
    public async Task<(IReadOnlyList<CatalogItem> Items, FeedState? State)> ApplyAsync(IReadOnlyList<CatalogItem> items, CancellationToken ct)
    {
        if (options.Value.Url is not { } url)
        {
            return (items, null);
        }

        var prices = await CurrentAsync(url, ct);
        var now = clock.GetUtcNow();
        if (prices is null || now - prices.AsOf > options.Value.DropAfter)
        {
            return (items, new FeedState(prices?.AsOf, now)
            {
                Warning = prices is null ? "The supplier's price feed does not answer: prices are the "
                + "catalog's." : FeedState.TooOld(prices.AsOf, now)
            });
        }

        return ([.. items.Select(i => Priced(i, prices))], new FeedState(prices.AsOf, now) { IsStale = now - prices.AsOf > options.Value.StaleAfter });
    }

    public void Dispose() => one.Dispose();

    private static CatalogItem Priced(CatalogItem item, FeedPrices prices) =>
        prices.BySku.TryGetValue(item.Sku, out var price) && price.Unit == item.Unit
            ? item with { UnitCost = price.UnitCost, PricedAt = prices.AsOf }
            : item;

    private async Task<FeedPrices?> CurrentAsync(Uri url, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (asked is not { } since || clock.GetUtcNow() - since >= options.Value.Every)
            {
                asked = clock.GetUtcNow(); // a feed that fails is not asked again at once
                last = await FetchAsync(url, ct);
            }

            return last;
        }
        catch (ServiceException problem)
        {
            Log.PriceFeedFailed(log, problem, problem.Failure);
            return last;
        }
        finally
        {
            one.Release();
        }
    }

    /// <exception cref="ServiceException">The feed cannot be asked, or does not answer as docs/wire/price-feed.md says.</exception>
    private async Task<FeedPrices> FetchAsync(Uri url, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Value.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Value.Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Token);
        }

        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            if (!response.IsSuccessStatusCode)
            {
                var failure = response.StatusCode switch
                {
                    HttpStatusCode.NotFound => Failure.Missing,
                    HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Failure.Transient,
                    _ => Failure.Refused,
                };
                throw new ServiceException("price feed", failure, $"answered {(int)response.StatusCode}");
            }

            return Checked(await response.Content.ReadFromJsonAsync<WireFeed>(TurnJson.Options, limit.Token));
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ServiceException("price feed", problem is JsonException ? Failure.BadReply : Failure.Transient, problem.Message, problem);
        }
    }

    private FeedPrices Checked(WireFeed? wire)
    {
        if (wire is not { AsOf: { } asOf, Prices: { Count: > 0 and <= MostPrices } rows } || wire.Currency is not (null or "USD") || asOf > clock.GetUtcNow().AddDays(1))
        {
            throw new ServiceException("price feed", Failure.BadReply, "as_of, currency USD and prices are due");
        }

        if (rows.Any(r => string.IsNullOrWhiteSpace(r.Sku) || r.UnitCost is not > 0 || !CatalogItem.Units.Contains(r.Unit)))
        {
            throw new ServiceException("price feed", Failure.BadReply, "a price lacks its sku, unit or cost");
        }

        return new FeedPrices(asOf, rows.GroupBy(r => r.Sku!, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => (g.Last().Unit!, g.Last().UnitCost!.Value),
            StringComparer.OrdinalIgnoreCase));
    }

    private sealed record FeedPrices(DateTimeOffset AsOf, IReadOnlyDictionary<string, (string Unit, decimal UnitCost)> BySku);

    private sealed record WireFeed(DateTimeOffset? AsOf, string? Currency, IReadOnlyList<WirePrice>? Prices);

    private sealed record WirePrice(string? Sku, string? Unit, decimal? UnitCost);
}
