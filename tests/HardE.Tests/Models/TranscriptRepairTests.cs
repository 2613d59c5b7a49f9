using FsCheck;
using FsCheck.Fluent;
using HardE.Agents.Models;
using Microsoft.Extensions.AI;

namespace HardE.Tests.Models;

public sealed class TranscriptRepairTests
{
    private static readonly string[] Ids = ["a", "b", "c"];

    [Fact]
    public void A_call_without_a_result_gets_one_that_says_so()
    {
        var repaired = TranscriptRepair.Repair([new ChatMessage(ChatRole.User, "x"), Call("a")]);

        repaired.Count.ShouldBe(3);
        repaired[2].Contents.OfType<FunctionResultContent>().ShouldHaveSingleItem().Result.ShouldBe(TranscriptRepair.Missing);
    }

    [Fact]
    public void A_result_without_a_call_is_left_out() =>
        TranscriptRepair.Repair([new ChatMessage(ChatRole.User, "x"), Result("a", "1")]).ShouldHaveSingleItem();

    [Fact]
    public void Two_calls_of_one_id_keep_their_own_results()
    {
        var repaired = TranscriptRepair.Repair([Call("a"), Result("a", "1"), Call("a"), Result("a", "2")]);

        repaired.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => (r.CallId, r.Result)).ShouldBe([("a", "1"), ("a_2", "2")]);
    }

    [Fact]
    public void Whatever_is_left_of_a_transcript_each_call_has_one_result_right_after_it()
    {
        var messages = Gen.ListOf(Gen.OneOf(
            Gen.Elements(Ids).Select(Call),
            Gen.Elements(Ids).Select(id => Result(id, "r")),
            Gen.Constant(new ChatMessage(ChatRole.User, "said"))));

        Prop.ForAll(messages.ToArbitrary(), given =>
        {
            var repaired = TranscriptRepair.Repair(given);
            var ids = repaired.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.CallId).ToArray();
            return ids.Distinct().Count() == ids.Length
                && repaired.Index().Where(m => m.Item.Contents.OfType<FunctionCallContent>().Any()).All(m =>
                    repaired[m.Index + 1].Contents.OfType<FunctionResultContent>().Select(r => r.CallId)
                        .SequenceEqual(m.Item.Contents.OfType<FunctionCallContent>().Select(c => c.CallId)));
        }).QuickCheckThrowOnFailure();
    }

    private static ChatMessage Call(string id) => new(ChatRole.Assistant, [new FunctionCallContent(id, "find thing!", new Dictionary<string, object?>())]);

    private static ChatMessage Result(string id, string text) => new(ChatRole.Tool, [new FunctionResultContent(id, text)]);
}
