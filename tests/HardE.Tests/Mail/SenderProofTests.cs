using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Mail;

/// <summary>The vectors of docs/wire/mail.md: From is dana@example.com, our receiver is mx.ours.example.</summary>
public sealed class SenderProofTests
{
    private const string Dana = "dana@example.com";

    [Theory]
    [InlineData("mx.ours.example; dkim=pass header.i=@example.com header.s=s1; spf=pass smtp.mailfrom=dana@example.com; dmarc=pass (p=REJECT) header.from=example.com", Proof.Proven)]
    [InlineData("mx.evil.example; dmarc=pass header.from=example.com", Proof.NoResult)]
    [InlineData("mx.ours.example; dmarc=fail header.from=example.com|mx.ours.example; dmarc=pass header.from=example.com", Proof.Failed)]
    [InlineData("mx.ours.example; spf=pass smtp.mailfrom=x@bulk.example; dkim=pass header.d=bulk.example", Proof.Failed)]
    [InlineData("mx.ours.example; spf=pass smtp.mailfrom=dana@example.com", Proof.Failed)]
    [InlineData("mx.ours.example; none", Proof.Failed)]
    [InlineData("mx.ours.example 1; dkim=pass (1024-bit key; \"a;b\") reason=\"good; ok\" header.d=EXAMPLE.com", Proof.Proven)]
    [InlineData("mx.ours.example; dmarc=pass header.from=example.com.evil.example", Proof.Failed)]
    [InlineData("MX.Ours.Example; DMARC = Pass header.from = Example.COM", Proof.Proven)]
    [InlineData("mx.ours.example; dmarc=temperror header.from=example.com", Proof.Temporary)]
    [InlineData("mx.ours.example; dkim=fail header.d=example.com; dkim=pass header.d=example.com", Proof.Proven)]
    [InlineData("mx.ours.example; dmarc=pass (a \\) header.from=example.com", Proof.Failed)]
    [InlineData("mx.evil.example; dmarc=pass header.from=example.com|mx.ours.example; dmarc=pass header.from=example.com", Proof.Proven)]
    public void Only_our_own_receivers_first_word_counts(string fields, Proof expected) =>
        Check(new MailOptions { Provider = MailProvider.Gmail, AuthservId = "mx.ours.example" }, fields).ShouldBe(expected);

    [Theory]
    [InlineData("spf=pass smtp.mailfrom=example.com; dmarc=pass action=none header.from=example.com", Proof.Proven)]
    [InlineData("mx.evil.example; dmarc=pass header.from=example.com", Proof.NoResult)]
    public void Without_a_name_of_ours_only_a_first_field_without_a_name_counts(string fields, Proof expected) =>
        Check(new MailOptions { Provider = MailProvider.Graph }, fields).ShouldBe(expected);

    [Fact]
    public void The_folder_trusts_a_mail_without_the_field_and_not_one_that_failed()
    {
        var trusting = new MailOptions();
        var strict = new MailOptions { Folder = new FolderMailOptions { TrustUnsigned = false } };

        Check(trusting, "").ShouldBe(Proof.Proven);
        Check(strict, "").ShouldBe(Proof.NoResult);
        Check(trusting, "mx.any.example; dmarc=fail header.from=example.com").ShouldBe(Proof.Failed);
        Check(strict, "mx.any.example; dmarc=pass header.from=example.com").ShouldBe(Proof.NoResult);
    }

    [Fact]
    public void The_display_name_is_nobody()
    {
        var mail = new IncomingMail([new("From", "\"dana@example.com\" <x@evil.example>")], "");

        mail.From.ShouldBe(["x@evil.example"]);
    }

    private static Proof Check(MailOptions options, string fields) => new SenderProof(Options.Create(options)).Check(
        new IncomingMail([.. fields.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(f => new MailHeader("Authentication-Results", f))], ""), Dana);
}
