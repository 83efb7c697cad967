using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PhraseSigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Signs in the same index as the words, so that one walk through it weighs both. What is there has none until it is written anew, which begins by itself after the start.
            foreach (var table in (string[])["ArticleSearch", "CommentSearch"])
            {
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ADD COLUMN "Signs" smallint[] NOT NULL DEFAULT ARRAY[]::smallint[]""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ALTER COLUMN "Signs" SET STATISTICS 0""");
                migrationBuilder.Sql($"""DROP INDEX "IX_{table}_Tokens" """);
                migrationBuilder.Sql($"""CREATE INDEX "IX_{table}_Words" ON "{table}" USING gin ("Tokens", "Signs") WITH (gin_pending_list_limit = 256)""");
            }

            // Of ten thousands of pieces with a common word only the key is read: the rest is kept out of its way. A comment's words are short, and read more often than they are passed by.
            migrationBuilder.Sql("""ALTER TABLE "ArticleSearch" SET (toast_tuple_target = 128)""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleSearch" ALTER COLUMN "Signs" SET STORAGE EXTERNAL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "ArticleSearch" RESET (toast_tuple_target)""");
            foreach (var table in (string[])["ArticleSearch", "CommentSearch"])
            {
                migrationBuilder.Sql($"""DROP INDEX "IX_{table}_Words" """);
                migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Signs" """);
                migrationBuilder.Sql($"""CREATE INDEX "IX_{table}_Tokens" ON "{table}" USING gin ("Tokens") WITH (gin_pending_list_limit = 256)""");
            }
        }
    }
}
