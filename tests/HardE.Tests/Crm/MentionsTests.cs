using HardE.Agents.Crm;

namespace HardE.Tests.Crm;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("@customer:c-1187 what's the phone", TargetKind.CustomerId, "c-1187", "what's the phone")]
    [InlineData("move @job:2602-501-01 to Sold", TargetKind.Job, "2602-501-01", "move to Sold")]
    [InlineData("@job:#2602-501-01, next stage", TargetKind.Job, "2602-501-01", ", next stage")]
    [InlineData("@Job:j-603 next stage", TargetKind.Job, "j-603", "next stage")]
    [InlineData("@\"Minh Pham\" give his siding to Ray", TargetKind.Name, "Minh Pham", "give his siding to Ray")]
    [InlineData("@“Minh Pham” hello", TargetKind.Name, "Minh Pham", "hello")]
    [InlineData("@Patience_Owusu where is her roof at", TargetKind.Name, "Patience Owusu", "where is her roof at")]
    [InlineData("@José_Núñez", TargetKind.Name, "José Núñez", "")]
    [InlineData("@Mary_O'Neil call", TargetKind.Name, "Mary O'Neil", "call")]
    [InlineData("@Juan_de_la_Cruz call", TargetKind.Name, "Juan de la Cruz", "call")]
    public void A_target_fixes_the_record_and_leaves_the_rest(string text, TargetKind kind, string value, string rest)
    {
        var (targets, left) = Mentions.Find(text);

        targets.ShouldHaveSingleItem().ShouldBe(new Target(kind, value));
        left.ShouldBe(rest);
    }

    [Theory]
    [InlineData("mail dana@example.com about it")]
    [InlineData("<@U0123ABC> find John Smith")]
    [InlineData("find John Smith @ 3 pm")]
    [InlineData("@channel please look")]
    [InlineData("a_b@Foo_Bar.example.com")]
    [InlineData("@customer: 12")]
    public void What_belongs_to_the_chat_or_to_mail_is_no_target(string text)
    {
        var (targets, left) = Mentions.Find(text);

        targets.ShouldBeEmpty();
        left.ShouldBe(text);
    }
}
