package th.oit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page's text as HTML.
 *
 * @param headings in document order
 * @param labels for the ids of the page that have one (headings, placed things), what to call them
 * @param files the data files made of the tables in the text
 * @param tables the tables of which they are made
 */
record Body(
    String html,
    List<Heading> headings,
    Map<String, String> labels,
    List<DataFile> files,
    List<Table> tables) {
  /** The same with further tables, which a template places around the text. */
  Body with(List<Table> further) {
    List<DataFile> allFiles = new ArrayList<>(files);
    further.forEach(table -> allFiles.addAll(table.files()));
    List<Table> allTables = new ArrayList<>(tables);
    allTables.addAll(further);
    return new Body(html, headings, labels, List.copyOf(allFiles), List.copyOf(allTables));
  }

  /**
   * A data file.
   *
   * @param output path relative to the site's root
   * @param source the file in which the table is written
   */
  record DataFile(String output, String source, byte[] bytes) {}

  /**
   * A placed table whose data files this page makes.
   *
   * @param id where it stands on the page
   * @param columns what its columns are called
   */
  record Table(String id, String title, List<String> columns, List<DataFile> files) {}

  record Heading(String id, String title, int level) {}
}
