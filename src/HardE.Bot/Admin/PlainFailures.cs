using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.State;

namespace HardE.Bot.Admin;

/// <summary>
/// The border of every HTTP request: whatever an endpoint did not expect becomes a plain sentence with a reference number,
/// which stands in the log beside the cause. No exception's text, no stack leaves the house.
/// </summary>
internal static class PlainFailures
{
    public static void UsePlainFailures(this IApplicationBuilder app)
    {
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PlainFailures).FullName!);
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                http.Abort(); // nobody listens any more
            }
            catch (BadHttpRequestException problem) when (!http.Response.HasStarted)
            {
                await SayAsync(http, problem.StatusCode, "This request cannot be read.");
            }
            catch (JsonException) when (!http.Response.HasStarted)
            {
                await SayAsync(http, StatusCodes.Status400BadRequest, "This request cannot be read.");
            }
            catch (Exception problem) when (!http.Response.HasStarted) // the border of a request
            {
                var reference = Ids.New(clock.GetUtcNow())[..15];
                Log.RequestFailed(log, problem, reference);
                await SayAsync(http, Status(problem), $"{Sentence(problem)} (Reference {reference}.)");
            }
        });
    }

    private static int Status(Exception problem) =>
        problem is ServiceException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    private static string Sentence(Exception problem) => problem switch
    {
        ServiceException { Service: "database" } database => $"Hard-E cannot store anything now ({database.Message}). Nothing was taken; please try again in a moment.",
        ServiceException service => $"{service.Service} cannot be reached at the moment. Please try again in a few minutes.",
        _ => "Something went wrong on my side.",
    };

    private static Task SayAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence);
    }
}
