using NewsSite.Browser.Tests;

[assembly: AssemblyFixture(typeof(Newsstand))]
