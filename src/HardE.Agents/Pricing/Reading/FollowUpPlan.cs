using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Reading;

/// <summary>"The same with ...": takes the inputs of the last calculation and changes what the message names.</summary>
internal sealed class FollowUpPlan(Phrase said, CatalogSnapshot catalog, LastCalculation last)
{
    private static readonly Dictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["roof_estimate"] = "roofing",
        ["siding_estimate"] = "siding",
        ["gutter_estimate"] = "gutters",
        ["window_estimate"] = "windows",
    };

    private static readonly (string Words, string Field, bool IsFlag)[] Droppable =
    [
        ("(?:pipe )?boots?", "boots", false), ("chimneys?|chimney kits?", "chimneys", false), ("osb|sheets|decking", "deck_sheets", false), ("dumpsters?", "dumpsters", false),
        ("miters?", "miters", false), ("grids?", "grids", false), ("tempered", "tempered", false), ("capp?ing", "capping", true), ("disposal", "disposal", true),
            ("removal", "removal", true),
    ];

    /// <summary>The answer to an open question; null when the message is none.</summary>
    public Decision? Complete()
    {
        if (!Modules.TryGetValue(last.Tool, out var module))
        {
            return null;
        }

        if (last.Asked is { } field && said.Num(@"^(?:about |around |it'?s |its |say |a |they are )*#(?: ?(?:ft|in|high|tall|/12|pitch|feet))*[.!]?$") is { } bare)
        {
            var before = JsonObject.Create(last.Input)!;
            before[field] = bare;
            return Decision.Tool(last.Tool, JsonSerializer.SerializeToElement(before));
        }

        return Changed(module) is { } changed ? Decision.Tool(last.Tool, JsonSerializer.SerializeToElement(changed)) : null;
    }

    /// <returns>The next step; null when the message changes nothing of the last calculation.</returns>
    public Decision? Decide()
    {
        if (said.Has(@"per (?:sq|square|ft|foot|window)\b|a (?:square|foot) is that") && last.Price is not null && !said.Has(@"#"))
        {
            return Decision.Tool("show_quote", new { what = "unit" });
        }

        if (!Modules.TryGetValue(last.Tool, out var module))
        {
            return Simple();
        }

        if (Asks.Compare(said) && said.Has(@"good[,/ ]+better|3 options|all (?:3|tiers)|options"))
        {
            return Decision.Tool("compare_options", new { module });
        }

        var changed = Changed(module);
        return changed is null ? Rest() : Decision.Tool(last.Tool, JsonSerializer.SerializeToElement(changed));
    }

    /// <summary>The last inputs with this message's over them; null when it says nothing new.</summary>
    private JsonObject? Changed(string module)
    {
        var before = JsonObject.Create(last.Input)!;
        var news = IsDropping ? Kept(News(module)) : News(module);
        var product = Product(module, before);
        var extra = !IsDropping && said.Has(@"\badd|\bplus\b|\bwith\b|\balso\b|\bon top\b|\binclude|^and\b|\bthrow in\b") ? ItemReader.Extra(said, catalog) : null;
        var dropped = Dropped(before) | Zeroed(before);
        var asks = Wanted(module).Count > 0 && said.Has(@"how many|how much (?:ice|ridge|cap|drip|starter)|bundles|cartons|rolls") && !Asks.Price(said);
        if (news.Count == 0 && product is null && extra is null && !dropped && !asks && !Resized(module, before))
        {
            return null;
        }

        foreach (var (name, value) in news.Where(n => extra is null || n.Key is "guard_feet").ToList())
        {
            before[name] = value?.DeepClone();
        }

        if (extra is not null && !(module == "gutters" && news.ContainsKey("guard_feet")))
        {
            var list = before["extras"] as JsonArray ?? [];
            list.Add(JsonSerializer.SerializeToNode(extra, TurnJson.Options));
            before["extras"] = list.DeepClone();
        }

        SetProduct(module, before, product);
        if (news.ContainsKey("waste_percent"))
        {
            before.Remove("wanted"); // with waste the order is meant, whatever was asked before
        }

        Ask(module, before);
        if (before["detail"]?.GetValue<string>() != "quote" && (Asks.Price(said) || extra is not null))
        {
            before["detail"] = "quote";
        }

        return before;
    }

    private IReadOnlyList<string> Wanted(string module) => module switch
    {
        "roofing" => RoofWords.Wanted(said),
        "siding" => SidingReader.Wanted(said),
        "gutters" => GutterReader.Wanted(said),
        _ => [],
    };

    // "how many bundles is that": the same measures, another figure.
    private void Ask(string module, JsonObject before)
    {
        if (Wanted(module) is { Count: > 0 } wanted && !Asks.Price(said) && said.Has(@"how many|how much|bundles|cartons|rolls"))
        {
            before["detail"] = "measures";
            before["wanted"] = new JsonArray([.. wanted.Select(w => (JsonNode)w)]);
        }
    }

    // "make it 8 windows", "make them 40 x 60": windows of one kind.
    private bool Resized(string module, JsonObject before)
    {
        if (module != "windows" || before["items"] is not JsonArray { Count: 1 } items || items[0] is not JsonObject only)
        {
            return false;
        }

        if (said.Sides is [var sides, ..])
        {
            (only["width"], only["height"]) = (sides.Unit == "ft" ? sides.A * 12 : sides.A, sides.Unit == "ft" ? sides.B * 12 : sides.B);
            return true;
        }

        if (said.Int(@"# (?:windows?|of (?:them|those|these))\b|(?:make (?:it|that)|for) #\b") is { } count)
        {
            only["count"] = count;
            return true;
        }

        return false;
    }

    private JsonObject News(string module)
    {
        object read = module switch
        {
            "roofing" => RoofReader.Read(said, catalog) with { Product = null },
            "siding" => SidingReader.Read(said, catalog) with { Product = null },
            "gutters" => GutterReader.Read(said) with { Product = null },
            _ => WindowReader.Read(said) is var windows && last.IsOpen && windows.Items is { Count: > 0 } ? windows : windows with { Items = null },
        };
        var news = (JsonObject)JsonSerializer.SerializeToNode(read, read.GetType(), TurnJson.Options)!;
        foreach (var noise in news.Where(n => n.Value is JsonArray { Count: 0 }).Select(n => n.Key).ToList())
        {
            news.Remove(noise);
        }

        return news;
    }

    private string? Product(string module, JsonObject before)
    {
        var rows = module == "gutters" ? [.. catalog.Fields("gutters")] : module == "windows" ? [] : catalog.Fields(module);
        if (module == "windows")
        {
            return WindowReader.Product(said.Text);
        }

        var current = Choice.Find(rows, before["product"]?.GetValue<string>()) ?? Choice.Standard(rows);
        if (said.Has(@"\bheavier\b|\bthicker\b|\bupgrade\b|next (?:one )?up|step up|nicer|better (?:one|grade|shingle|vinyl|siding)"))
        {
            return Choice.Step(rows, current, 1)?.Sku;
        }

        if (said.Has(@"\blighter\b|\bthinner\b|\bcheaper\b|step down|next down|downgrade"))
        {
            return Choice.Step(rows, current, -1)?.Sku;
        }

        if (module == "gutters")
        {
            return said.Has(@"copper|0\.0\d|half") && GutterReader.Read(said) is { } gutter ? gutter.Product ?? "half-round" : null;
        }

        return Choice.Find(rows, ProductWords.Of(said.Said)) is { } row && row.Sku != current.Sku ? row.Sku : null;
    }

    private static void SetProduct(string module, JsonObject before, string? product)
    {
        if (product is null)
        {
            return;
        }

        if (module != "windows")
        {
            before["product"] = product;
            return;
        }

        foreach (var item in before["items"]?.AsArray() ?? [])
        {
            item!["product"] = $"{item["product"]?.GetValue<string>()} {product}".Trim();
        }
    }

    private bool IsDropping => said.Has(@"\bdrop\b|\bleave out|\bwithout\b|\bremove the|\btake out|\btake off the|\bminus the|\bskip\b|\bno (?:more )?(?:pipe|boots|osb|"
        + @"sheets|dumpster|chimney|guards?|grids|capping|disposal)");

    // What is dropped must not be read as something new ("drop the chimney kits" is no chimney).
    private static JsonObject Kept(JsonObject news)
    {
        foreach (var drop in Droppable)
        {
            news.Remove(drop.Field);
        }

        return news;
    }

    private bool Zeroed(JsonObject before)
    {
        var any = false;
        foreach (var drop in Droppable.Where(d => IsDropping && before.ContainsKey(d.Field) && said.Has($@"\b(?:{d.Words})\b")))
        {
            before[drop.Field] = drop.IsFlag ? JsonValue.Create(false) : JsonValue.Create(0);
            any = true;
        }

        if (IsDropping && said.Has(@"\bguards?\b") && before.Remove("guard_feet"))
        {
            any = true;
        }

        return any;
    }

    /// <summary>Takes added rows out again that the message names with "drop" or "without".</summary>
    private bool Dropped(JsonObject before)
    {
        if (!said.Has(@"\bdrop|\bleave out|\bwithout|\bremove|\btake out|\bno \b|\bminus the") || before["extras"] is not JsonArray { Count: > 0 } extras)
        {
            return false;
        }

        var skus = ItemReader.Find(said, catalog).Select(r => r.Category).ToHashSet();
        var kept = extras.Where(e => Extras.Find(catalog, e!["item"]!.GetValue<string>()) is not { } row || !skus.Contains(row.Category)).Select(e => e!.DeepClone()).ToArray();
        var less = kept.Length < extras.Count;
        before["extras"] = new JsonArray(kept);
        return less;
    }

    private Decision? Simple()
    {
        if (last.Tool == "price_item" && ItemReader.Amount(said) is { } need && ItemReader.Find(said, catalog).Count == 0)
        {
            var before = JsonObject.Create(last.Input)!;
            (before["quantity"], before["unit"]) = (need.Quantity, need.Unit);
            return Decision.Tool("price_item", JsonSerializer.SerializeToElement(before));
        }

        if (last is { Tool: "margin_check" or "discount_check", Cost: { } cost } && said.Num(@"#(?! ?(?:%|points?))") is { } price && price >= 100 && !MoneyReader.IsLoan(said))
        {
            return Decision.Tool("margin_check", new { cost, price });
        }

        return Rest();
    }

    private Decision? Rest()
    {
        if (said.Has(@"round (?:it|that) up") && last.Price is not null)
        {
            return Decision.Tool("show_quote", new { what = "total", round_to = said.Num(@"to the (?:next |nearest )?#") ?? 50 });
        }

        return last.Price is not null && said.Has(@"\btotal\b|out the door|come to\b|\bthe price\b|what was (?:it|that)|how much was|with tax|all in")
            ? Decision.Tool("show_quote", new { what = "total" }) : null;
    }
}
