using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchedArticles",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<long>(type: "bigint", nullable: false),
                    Facets = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchedArticles", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_SearchedArticles_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchedArticles_Rank",
                table: "SearchedArticles",
                column: "Rank",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchedArticles_Version",
                table: "SearchedArticles",
                column: "Version");

            // The planner reads from the statistics whether many have a word or few, so they are kept finer than usual. The list of words not yet sorted in is kept short: every query reads it through.
            foreach (var table in (string[])["ArticleSearch", "CommentSearch"])
            {
                migrationBuilder.Sql($"""CREATE TABLE "{table}" ("Rank" bigint PRIMARY KEY, "Tokens" tsvector NOT NULL)""");
                migrationBuilder.Sql($"""ALTER TABLE "{table}" ALTER COLUMN "Tokens" SET STATISTICS 2000""");
                migrationBuilder.Sql($"""CREATE INDEX "IX_{table}_Tokens" ON "{table}" USING gin ("Tokens") WITH (gin_pending_list_limit = 256)""");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "CommentSearch" """);
            migrationBuilder.Sql("""DROP TABLE "ArticleSearch" """);
            migrationBuilder.DropTable(
                name: "SearchedArticles");
        }
    }
}
