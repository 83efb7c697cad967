using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsSite.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContributorPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PictureId",
                table: "Contributors",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contributors_PictureId",
                table: "Contributors",
                column: "PictureId");

            migrationBuilder.AddForeignKey(
                name: "FK_Contributors_PictureFiles_PictureId",
                table: "Contributors",
                column: "PictureId",
                principalTable: "PictureFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Contributors_PictureFiles_PictureId",
                table: "Contributors");

            migrationBuilder.DropIndex(
                name: "IX_Contributors_PictureId",
                table: "Contributors");

            migrationBuilder.DropColumn(
                name: "PictureId",
                table: "Contributors");
        }
    }
}
