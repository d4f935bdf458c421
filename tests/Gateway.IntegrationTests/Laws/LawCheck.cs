using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// Holds a law on many histories. What is drawn depends on a seed alone; a failure tells it, and
/// <c>GATEWAY_TEST_SEED</c> draws the same again.
/// </summary>
internal static class LawCheck
{
    private const string Variable = "GATEWAY_TEST_SEED";

    /// <summary>Holds the law.</summary>
    /// <param name="histories">Draws histories.</param>
    /// <param name="count">How many.</param>
    /// <param name="size">How many steps each has at most.</param>
    /// <param name="holds">Throws where the law does not hold.</param>
    /// <exception cref="XunitException">It does not: with the seed, the history and the shortest that was
    /// found.</exception>
    public static Task HoldAsync(
        Arbitrary<LawHistory> histories, int count, int size, Func<LawHistory, Task> holds)
    {
        var seed = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
        var config = Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(count)
            .WithStartSize(size)
            .WithEndSize(size)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        // FsCheck waits for each history on the thread that it is given.
        return Task.Run(() =>
        {
            try
            {
                Check.One(config, Prop.ForAll(histories, holds));
            }
            catch (Exception exception)
            {
                throw new XunitException($"{Variable}={seed} draws it again.\n{exception.Message}");
            }
        });
    }
}
