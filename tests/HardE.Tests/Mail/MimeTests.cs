using System.Text;
using HardE.Jobs.Mail;

namespace HardE.Tests.Mail;

/// <summary>Reading and writing RFC 5322 files.</summary>
public sealed class MimeTests
{
    [Fact]
    public void A_folded_encoded_header_and_a_quoted_printable_body_are_read()
    {
        var mail = Read("""
            From: =?utf-8?Q?Ana_N=C3=BA=C3=B1ez?= <ANA@Example.com>
            Subject: =?utf-8?B?UHJpbWVy?=
             =?utf-8?Q?_f=C3=BCr?= Bob
            Content-Type: text/plain; charset="iso-8859-1"
            Content-Transfer-Encoding: quoted-printable

            caf=E9 and a soft=
             break
            """);

        mail.Subject.ShouldBe("Primer für Bob");
        mail.From.ShouldBe(["ana@example.com"]);
        mail.Text.Trim().ShouldBe("café and a soft break");
    }

    [Fact]
    public void Of_a_multipart_the_plain_text_is_taken_and_attachments_are_not()
    {
        var mail = Read("""
            From: a@example.com
            Content-Type: multipart/mixed; boundary="x"

            preamble
            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/html

            <p>HTML</p>
            --y
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            cGxhaW4gd29yZHM=
            --y--
            --x
            Content-Type: text/plain; name=orders.txt
            Content-Disposition: attachment; filename="orders.txt"

            Please produce Primer Video for Eve
            --x--
            """);

        mail.Text.Trim().ShouldBe("plain words");
    }

    [Fact]
    public void Html_is_read_as_a_person_sees_it_with_quotes_marked()
    {
        var text = Read("""
            From: a@example.com
            Content-Type: text/html

            <html><head><style>p{}</style></head><body><p>Hello&nbsp;<b>you</b></p><p style="display:none">hidden order</p>
            <blockquote><p>old words</p></blockquote></body></html>
            """).Text;

        text.ShouldContain("Hello you");
        text.ShouldNotContain("hidden");
        text.Split('\n').Single(l => l.Contains("old words", StringComparison.Ordinal)).ShouldStartWith(">");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no header here\n\nbody")]
    [InlineData("Subject: no sender\n\nbody")]
    [InlineData("From: a@example.com\nContent-Type: multipart/mixed\n\nno boundary")]
    [InlineData("From: a@example.com\nContent-Transfer-Encoding: rot13\n\nbody")]
    public void What_is_no_mail_is_refused(string text) => Should.Throw<BadMailException>(() => Read(text));

    [Fact]
    public void Parts_inside_parts_without_end_are_refused()
    {
        var text = new StringBuilder("From: a@example.com\n");
        for (var i = 0; i < 40; i++)
        {
            text.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        Should.Throw<BadMailException>(() => Read(text.ToString()));
    }

    [Fact]
    public void What_we_write_can_be_read_back()
    {
        var written = MimeWriter.Write(
            new OutgoingMail("harde-1-client@example.com", "ana@example.com", "Ein Vídeo für dich, über 75 Zeichen lang, damit es geteilt werden muss", "Grüße\nzwei")
            {
                ToName = "Ana \"Nina\" Núñez",
                Html = "<p>Grüße</p>",
                InReplyTo = "<m1@example.com>",
                IsReply = true,
            },
            "Sample, Exteriors",
            "harde@example.com",
            A.Tuesday);

        written.Split("\r\n").ShouldAllBe(l => l.Length <= 200 && !l.Contains('\n'));
        var mail = MimeReader.Read(Encoding.UTF8.GetBytes(written));
        mail.Subject.ShouldBe("Ein Vídeo für dich, über 75 Zeichen lang, damit es geteilt werden muss");
        mail.Text.ReplaceLineEndings("\n").ShouldBe("Grüße\nzwei");
        mail.From.ShouldBe(["harde@example.com"]);
        mail.To.ShouldBe(["ana@example.com"]);
        mail.MessageId.ShouldBe("<harde-1-client@example.com>");
        mail.First("Auto-Submitted").ShouldBe("auto-replied");
        mail.Date.ShouldBe(A.Tuesday);
    }

    [Theory]
    [InlineData("x\r\nBcc: all@example.com", "ana@example.com")]
    [InlineData("x", "ana@example.com\r\nBcc: all@example.com")]
    [InlineData("x", "ana@example.com, all@example.com")]
    public void A_line_break_or_a_second_address_in_a_header_is_refused(string subject, string to) =>
        Should.Throw<ArgumentException>(() => MimeWriter.Write(new OutgoingMail("1@example.com", to, subject, "t"), "S", "harde@example.com", A.Tuesday));

    private static IncomingMail Read(string text) => MimeReader.Read(Encoding.UTF8.GetBytes(text));
}
