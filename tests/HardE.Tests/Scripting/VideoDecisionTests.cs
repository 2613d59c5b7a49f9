using HardE.Agents.Scripting;

namespace HardE.Tests.Scripting;

public sealed class VideoDecisionTests
{
    [Theory]
    [InlineData("Release the primer video 000199f3c2d1e00a1b2c3d4e5f6", "send", "000199f3c2d1e00a1b2c3d4e5f6")]
    [InlineData("Cancel the primer video 000199f3c2d1e00a1b2c3d4e5f6", "cancel", "000199f3c2d1e00a1b2c3d4e5f6")]
    [InlineData("send the video", "send", null)]
    [InlineData("ok, send the video to the homeowner now", "send", null)]
    [InlineData("please approve the held video", "send", null)]
    [InlineData("cancel that video", "cancel", null)]
    [InlineData("scrap the primer video please", "cancel", null)]
    public void A_decision_is_read(string text, string decision, string? run) =>
        VideoDecision.Read(text).ShouldBe(new VideoDecision(decision, run, null));

    [Fact]
    public void A_customer_may_be_named() => VideoDecision.Read("release the video for John Smith")!.Customer.ShouldBe("John Smith");

    [Theory]
    [InlineData("send Mrs. Brooks her primer video")]
    [InlineData("send the primer video to John Smith")]
    [InlineData("make a primer video for John Smith")]
    [InlineData("can you cancel the video?")]
    [InlineData("what is the video about")]
    [InlineData("cancel the appointment")]
    [InlineData("release the hounds")]
    public void Anything_else_is_none(string text) => VideoDecision.Read(text).ShouldBeNull();
}
