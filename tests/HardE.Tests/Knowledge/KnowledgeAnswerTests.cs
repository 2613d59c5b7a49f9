using HardE.Agents.Knowledge;
using HardE.Tests.Commands.Eval;

namespace HardE.Tests.Knowledge;

public sealed class KnowledgeAnswerTests
{
    /// <summary>The questions of domain.md 8, the examples of the product, and near relatives.</summary>
    [Theory]
    [InlineData("What do we say when they want three quotes?", "obj-quotes", "I would too")]
    [InlineData("Can I give 8 % off?", "price-discount", "Eight percent off is therefore never a rep's")]
    [InlineData("How many downspouts for a 48-ft run?", "prod-gutters", "two small downspouts or one large")]
    [InlineData("What must a primer never say?", "script-primer-roof", "prices, discounts")]
    [InlineData("Husband is not home: continue?", "obj-think-spouse", "do not give a price")]
    [InlineData("What's our standard objection response for price concerns?", "obj-price", "Compared with another quote")]
    [InlineData("what waste factor do I use on a hip roof", "prod-roof", "fifteen for a hip")]
    [InlineData("explain united inches, 32 by 50", "prod-windows", "32 by 50 is 82")]
    [InlineData("the husband says he wants to sleep on it", "obj-think-spouse", "is it more the amount")]
    [InlineData("Am I allowed to offer a $25 gift card for a Google review?", "price-discount", "a gift card for a review")]
    public void A_question_is_answered_in_the_words_of_its_document(string question, string document, string words)
    {
        var answer = AnswerWriter.Answer(question, Samples.Index);

        answer.Found.ShouldBeTrue();
        answer.Sources.Select(s => s.Id).ShouldContain(document);
        answer.Text.ShouldContain(words);
        answer.Text.ShouldContain("[1]");
        answer.Text.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)).ShouldBeInRange(1, 5);
    }

    [Theory]
    [InlineData("how do we install solar panels over an architectural roof")]
    [InlineData("does our book say how to heat a pool with roof tubes")]
    [InlineData("what's our pto policy")]
    [InlineData("what is the wifi password at the office")]
    [InlineData("what R-value does blown-in cellulose have per inch")]
    [InlineData("do we accept bitcoin")]
    [InlineData("what is our parental leave policy")]
    [InlineData("qwertz asdf")]
    [InlineData("")]
    public void What_the_documents_do_not_hold_is_not_answered(string question)
    {
        var answer = AnswerWriter.Answer(question, Samples.Index);

        answer.Found.ShouldBeFalse();
        answer.Sources.ShouldBeEmpty();
        answer.Text.ShouldContain("not in the knowledge base");
    }

    /// <summary>Whole turns, through triage; the floor is what was measured.</summary>
    [Fact]
    public async Task Nearly_every_development_case_is_answered_or_refused_rightly()
    {
        var report = await EvalFiles.RunAsync("samples/evals/knowledge.jsonl");

        report.PassedPercent.ShouldBeGreaterThanOrEqualTo(96, report.Failures());
    }

    [Fact]
    public void Every_quotation_stands_in_its_source()
    {
        string[] questions = ["price objection", "three quotes", "gutters and downspouts", "how do I present the price", "silence", "insurance deductible"];
        foreach (var source in questions.SelectMany(q => AnswerWriter.Answer(q, Samples.Index).Sources))
        {
            var document = Samples.Index.Documents.Single(d => d.Id == source.Id);
            QuoteCheck.Stands(source.Quote, document).ShouldBeTrue(source.Quote);
        }
    }

    [Fact]
    public void A_changed_quotation_is_noticed()
    {
        var document = Samples.Index.Documents.Single(d => d.Id == "price-discount");

        QuoteCheck.Stands("A rep may give up to three percent of the list price.", document).ShouldBeTrue();
        QuoteCheck.Stands("A rep may give up to eight percent of the list price.", document).ShouldBeFalse();
        QuoteCheck.Stands("", document).ShouldBeFalse();
    }
}
