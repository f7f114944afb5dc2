package th.oit.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.source.DataTable;

/**
 * Where everything on the rendered pages was written. Filled while rendering, one page by one
 * thread; read afterwards.
 */
public final class SourceMap implements Origins {
  private static final String ROW = "row:";

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Source> everywhere = new ConcurrentHashMap<>();
  private final TemplateSources templates;

  SourceMap(TemplateSources templates) {
    this.templates = templates;
  }

  /** The origins of one page. */
  static final class Page {
    private final Map<String, List<Source>> byKey = new HashMap<>();
    private final Map<String, DataTable> tables = new HashMap<>();

    void add(String key, Source source) {
      byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(source);
    }

    /** The rows of a table: looked up when asked for, for there may be thousands. */
    void addRows(String tableId, DataTable table) {
      tables.put(tableId, table);
    }

    private Optional<Source> row(String key) {
      int colon = key.lastIndexOf(':');
      DataTable table = tables.get(key.substring(Math.min(ROW.length(), colon), colon));
      int row = Integer.parseInt(key.substring(colon + 1));
      return table == null || row >= table.rows().size()
          ? Optional.empty()
          : Optional.of(table.rowAt(row));
    }

    void addAll(Page later) {
      tables.putAll(later.tables);
      later.byKey.forEach((key, sources) -> sources.forEach(source -> add(key, source)));
    }
  }

  Page page(String output) {
    return pages.computeIfAbsent(output, o -> new Page());
  }

  /** The origins of a page; null when there are none. */
  Page known(String output) {
    return pages.get(output);
  }

  /** Takes the origins of a page from an earlier rendering, which had the same. */
  void keep(String output, Page page) {
    pages.putIfAbsent(output, page);
  }

  /** Names the source of a file, unless it is known already. */
  void fileFrom(String output, Source source) {
    if (!pages.containsKey(output)) {
      Page page = new Page();
      page.add(Origins.page(), source);
      pages.putIfAbsent(output, page);
    }
  }

  /** A link that stands on every page, such as one of the menu. */
  void everywhere(String key, Source source) {
    everywhere.putIfAbsent(key, source);
  }

  @Override
  public Optional<Source> of(String page, String key, int occurrence) {
    Page known = pages.get(page);
    if (known != null && key.startsWith(ROW)) {
      return known.row(key);
    }
    List<Source> sources = known == null ? null : known.byKey.get(key);
    if (sources != null) {
      return Optional.of(sources.get(Math.min(occurrence, sources.size() - 1)));
    }
    Source shared = everywhere.get(key);
    if (shared != null) {
      return Optional.of(shared);
    }
    // A style sheet goes out as it was written: its places are known without a map.
    return key.startsWith(Origins.link("")) && !page.endsWith(".css")
        ? templates.find(key.substring(Origins.link("").length()))
        : Optional.empty();
  }
}
