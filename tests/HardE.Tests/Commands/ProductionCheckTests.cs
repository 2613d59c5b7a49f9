using HardE.Bot.Commands.Settings;

namespace HardE.Tests.Commands;

public sealed class ProductionCheckTests
{
    private static readonly ProductionFacts Ready = new()
    {
        CompanyName = "Acme Roofing",
        PublicUrl = new Uri("https://harde.example.com"),
        HasMasterKey = true,
        AuthservId = "mx.example.com",
    };

    [Fact]
    public void A_ready_machine_starts() => ProductionCheck.Reasons(Ready).ShouldBeEmpty();

    [Fact]
    public void The_embedded_crm_is_refused() => TheReason(Ready with { EmbeddedCrm = true }).ShouldContain("embedded CRM");

    [Fact]
    public void The_sample_world_is_refused() => TheReason(Ready with { Demo = true }).ShouldContain("Company:Demo");

    [Fact]
    public void The_sample_company_is_refused() => TheReason(Ready with { CompanyName = "Sample Exteriors" }).ShouldContain("Company:Name");

    [Fact]
    public void Sample_knowledge_is_refused() => TheReason(Ready with { SampleKnowledge = true }).ShouldContain("HARDE_Knowledge__Folder");

    [Fact]
    public void The_sample_catalog_is_refused() => TheReason(Ready with { SampleCatalog = true }).ShouldContain("HARDE_Pricing__Folder");

    [Fact]
    public void The_embedded_voice_is_refused() => TheReason(Ready with { EmbeddedVoice = true }).ShouldContain("embedded voice");

    [Theory]
    [InlineData("http://harde.example.com")]
    [InlineData("https://localhost:3978")]
    public void An_address_nobody_can_reach_safely_is_refused(string url) =>
        TheReason(Ready with { PublicUrl = new Uri(url) }).ShouldContain("HARDE_Host__PublicUrl");

    [Fact]
    public void A_missing_master_key_is_refused() => TheReason(Ready with { HasMasterKey = false }).ShouldContain("HARDE_MASTER_KEY");

    [Fact]
    public void A_missing_authserv_id_is_refused() => TheReason(Ready with { AuthservId = "" }).ShouldContain("Mail:AuthservId");

    [Fact]
    public void Trust_in_unsigned_mail_is_refused() => TheReason(Ready with { TrustsUnsignedMail = true }).ShouldContain("TrustUnsigned");

    [Fact]
    public void Accepting_a_reason_takes_that_one_away_only()
    {
        var facts = Ready with { EmbeddedCrm = true, EmbeddedVoice = true, Accepted = "embedded-crm" };

        TheReason(facts).ShouldContain("embedded voice");
    }

    [Fact]
    public void The_sample_world_cannot_be_accepted() =>
        ProductionCheck.Reasons(Ready with { Demo = true, Accepted = "demo" }).Count.ShouldBe(2);

    [Fact]
    public void All_reasons_are_told_at_once() =>
        ProductionCheck.Reasons(new ProductionFacts
        {
            EmbeddedCrm = true,
            Demo = true,
            CompanyName = "Sample Exteriors",
            SampleKnowledge = true,
            SampleCatalog = true,
            EmbeddedVoice = true,
            PublicUrl = new Uri("http://localhost:3978"),
            TrustsUnsignedMail = true,
        }).Count.ShouldBe(10);

    private static string TheReason(ProductionFacts facts) => ProductionCheck.Reasons(facts).ShouldHaveSingleItem();
}
