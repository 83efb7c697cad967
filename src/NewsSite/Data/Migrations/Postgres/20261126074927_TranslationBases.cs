using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TranslationBases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "BasisId",
                table: "Articles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BasisRevision",
                table: "Articles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBasis",
                table: "ArticleRevisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_BasisId",
                table: "Articles",
                column: "BasisId");

            migrationBuilder.AddForeignKey(
                name: "FK_Articles_Articles_BasisId",
                table: "Articles",
                column: "BasisId",
                principalTable: "Articles",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Articles_Articles_BasisId",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_BasisId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "BasisId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "BasisRevision",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IsBasis",
                table: "ArticleRevisions");
        }
    }
}
