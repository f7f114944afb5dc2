package th.oit.site;

import th.oit.content.Embed;

/**
 * The files in which a placed table goes out as data.
 *
 * <p>They stand beside the file in which the table is written. A table that several pages place is
 * made once, for the page in its own folder, else for the first.
 *
 * @param page the page for which they are made, whose item names the columns
 * @param csv path on the site, decoded, without the leading slash
 * @param json the same of the JSON file
 */
public record DataFiles(Embed.Table table, SitePage page, String csv, String json) {

  static DataFiles of(Embed.Table table, SitePage page) {
    String address = SiteBuilder.addressOf(table.path()).substring(1);
    String base = address.substring(0, address.lastIndexOf('/') + 1) + table.name();
    // A CSV file keeps its own address, were it Plan.CSV.
    String csv = table.format() == Embed.Format.CSV ? address : base + ".csv";
    return new DataFiles(table, page, csv, base + ".json");
  }

  /** Whether the table lies in the folder of the page. */
  boolean isAtHome() {
    return folder(table.path()).equals(folder(page.content().path()));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
