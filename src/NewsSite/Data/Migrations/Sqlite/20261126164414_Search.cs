using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Sqlite
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
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<long>(type: "INTEGER", nullable: false),
                    Facets = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            // Tables that keep no text, only where which word stands. Their tokenizer divides at ASCII characters that are no letter, digit or underscore, and at nothing else.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "ArticleSearch" USING fts5(tokens, content='', contentless_delete=1, tokenize="ascii tokenchars '_'")""");
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "CommentSearch" USING fts5(tokens, content='', contentless_delete=1, tokenize="ascii tokenchars '_'")""");
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
