using System.Runtime.CompilerServices;
using HardE.Agents.Roster;

namespace HardE.Agents.Triage;

/// <summary>
/// Says which agent a sentence sounds like: a linear softmax over <see cref="UtteranceFeatures"/>, trained at start on
/// the examples of the agents. The same examples and seed give the same weights on every machine.
/// </summary>
public sealed class UtteranceClassifier
{
    private const int Rounds = 10;
    private const float Rate = 5f;
    private const float BiasRate = 0.02f;
    private const float Decay = 0.02f; // of each weight, a round
    private readonly string[] labels;
    private readonly float[] weights; // label by label at each place
    private readonly float[] bias;

    private UtteranceClassifier(string[] labels)
    {
        this.labels = labels;
        weights = new float[labels.Length * UtteranceFeatures.Size];
        bias = new float[labels.Length];
    }

    /// <summary>What it can answer.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Trains on the examples of the agents.</summary>
    public static UtteranceClassifier Train(AgentRoster roster) =>
        Train(roster.All.SelectMany(a => a.Examples.Select(e => (e, a.Id))));

    /// <summary>Trains on sentences and their labels.</summary>
    public static UtteranceClassifier Train(IEnumerable<(string Text, string Label)> examples, int seed = 17)
    {
        var given = examples.Where(e => e.Text.Length > 0).ToArray();
        var made = new UtteranceClassifier([.. given.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)]);
        var read = given.Select(e => UtteranceFeatures.Of(new Utterance(e.Text))).ToArray();
        var seen = new int[UtteranceFeatures.Size];
        foreach (var feature in read.SelectMany(r => r))
        {
            seen[feature.Place]++;
        }

        // What stands in one sentence only is mostly a name.
        var usable = read.Select(r => r.Where(f => seen[f.Place] > 1).ToArray()).ToArray();
        var target = given.Select(e => Array.IndexOf(made.labels, e.Label)).ToArray();
        made.Fit(usable, target, seed);
        return made;
    }

    /// <summary>Shares of all labels, adding up to 1, likeliest first.</summary>
    public IReadOnlyList<Guess> Classify(Utterance said)
    {
        var shares = Shares(UtteranceFeatures.Of(said));
        return [.. labels.Select((label, i) => new Guess(label, shares[i])).OrderByDescending(g => g.Share)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fit(Feature[][] read, int[] target, int seed)
    {
        var order = Enumerable.Range(0, read.Length).ToArray();
        var counts = target.CountBy(t => t).ToDictionary(c => c.Key, c => c.Value);
        var average = (float)read.Length / labels.Length;
        var state = (uint)seed * 2654435761u | 1u;
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, ref state);
            var rate = Rate / (1f + (0.15f * round));
            foreach (var i in order)
            {
                Step(read[i], target[i], rate * Math.Min(1.5f, average / counts[target[i]]));
            }

            for (var w = 0; w < weights.Length; w++)
            {
                weights[w] *= 1f - Decay;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(Feature[] read, int target, float rate)
    {
        var shares = Shares(read);
        for (var label = 0; label < labels.Length; label++)
        {
            shares[label] = rate * ((label == target ? 1f : 0f) - shares[label]);
            bias[label] += BiasRate * shares[label];
        }

        foreach (var feature in read)
        {
            var row = weights.AsSpan(feature.Place * labels.Length, labels.Length);
            for (var label = 0; label < row.Length; label++)
            {
                row[label] += shares[label] * feature.Weight;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Shares(Feature[] read)
    {
        var scores = (float[])bias.Clone();
        foreach (var feature in read)
        {
            var row = weights.AsSpan(feature.Place * labels.Length, labels.Length);
            for (var label = 0; label < row.Length; label++)
            {
                scores[label] += feature.Weight * row[label];
            }
        }

        var top = scores.Max();
        var sum = 0f;
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] = MathF.Exp(scores[label] - top);
            sum += scores[label];
        }

        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] /= sum;
        }

        return scores;
    }

    private static void Shuffle(int[] order, ref uint state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            var j = (int)(state % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}

/// <summary>How much a sentence sounds like an agent's.</summary>
/// <param name="Label">Id of the agent.</param>
/// <param name="Share">0 to 1.</param>
public sealed record Guess(string Label, float Share);
