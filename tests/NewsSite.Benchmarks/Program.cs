using NewsSite.Benchmarks;

const string Usage = """
    Measures the Release build of the site as a whole. Start it with: dotnet run -c Release --project tests/NewsSite.Benchmarks -- COMMAND

      page    article pages with about 25 and 300 comments: kept, kept and known (304), rendered; each beside a bare Kestrel that
              returns the same bytes from memory, in the same run
      conversation  an article with 5,000 comments, one thread of 2,000 and 60 deep, beside one with 100; rendered each time
      post [sqlite|postgres]
              200 people post under one article for a minute, and the site is killed while they do; on SQLite and, where
              NEWSSITE_TEST_POSTGRES names a server, on PostgreSQL; ends with 1 when anything acknowledged is missing
      search [sqlite|postgres [PIECES COMMENTS]]
              first pages of finds among 100,000 pieces and 1,000,000 comments, or so many, beside the page of the search with nothing asked; takes an hour
      newsletter [sqlite|postgres [SUBSCRIBERS]]
              an issue for 50,000 subscribers, or so many: composed and queued; then with the site killed while it queues and while it sends to a real SMTP
              server (python3-aiosmtpd); ends with 1 when anybody is missed
      card    the card of every piece of the sample publication: drawn, read from the disk after a restart, kept; beside a bare Kestrel that returns the same bytes
      start   from starting the process to the first page, on an existing database

    Needs Linux and wrk, which it installs with apt-get when it is missing. As root it measures in a network namespace of its own.
    """;

switch (args)
{
    case ["page"]:
        return await NetworkNamespace.EnterAsync(args) ?? await PageBenchmark.RunAsync();
    case ["conversation"]:
        return await NetworkNamespace.EnterAsync(args) ?? await ConversationBenchmark.RunAsync();
    case ["post", .. { Length: <= 1 } only]:
        // On the machine's own loopback, for the database server is there; the answers are too small to be paced.
        return await PostBenchmark.RunAsync(only is [var name] ? name : null);
    case ["search", .. { Length: <= 1 } only]:
        return await SearchBenchmark.RunAsync(only is [var engine] ? engine : null, 100_000, 1_000_000);
    case ["search", { } database, { } pieces, { } comments]:
        return await SearchBenchmark.RunAsync(database, int.Parse(pieces, System.Globalization.CultureInfo.InvariantCulture), int.Parse(comments, System.Globalization.CultureInfo.InvariantCulture));
    case ["newsletter", .. { Length: <= 1 } only]:
        return await NewsletterBenchmark.RunAsync(only is [var kind] ? kind : null, 50_000);
    case ["newsletter", { } where, { } subscribers]:
        return await NewsletterBenchmark.RunAsync(where, int.Parse(subscribers, System.Globalization.CultureInfo.InvariantCulture));
    case ["card"]:
        return await NetworkNamespace.EnterAsync(args) ?? await CardBenchmark.RunAsync();
    case ["start"]:
        return await NetworkNamespace.EnterAsync(args) ?? await StartBenchmark.RunAsync();
    case [BareKestrel.Command, var answer, var port]:
        return await BareKestrel.RunAsync(answer, port);
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
