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
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * Where everything on the rendered pages was written. Filled while rendering, one page by one
 * thread; read afterwards.
 */
public final class SourceMap implements Origins {
  private static final String ROW = "row:";

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Made> kept = new ConcurrentHashMap<>();
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

    /** Packs it; of the tables, where their rows stand. */
    void pack(Packer out) {
      out.number(byKey.size());
      byKey.forEach(
          (key, sources) -> {
            out.text(key).number(sources.size());
            sources.forEach(at -> out.text(at.file()).number(at.line()).number(at.column()));
          });
      out.number(tables.size());
      tables.forEach(
          (id, table) -> {
            out.text(id).text(table.file()).number(table.rows().size());
            table.rows().forEach(row -> out.number(row.line()));
          });
    }

    static Page unpack(Unpacker in) {
      Page page = new Page();
      for (int i = in.number(); i > 0; i--) {
        String key = in.text();
        for (int j = in.number(); j > 0; j--) {
          page.add(key, new Source(in.text(), in.number(), in.number()));
        }
      }
      for (int i = in.number(); i > 0; i--) {
        String id = in.text();
        String file = in.text();
        List<DataTable.Row> rows = new ArrayList<>();
        for (int j = in.number(); j > 0; j--) {
          rows.add(new DataTable.Row(in.number(), List.of()));
        }
        page.addRows(id, new DataTable(file, List.of(), List.of(), rows));
      }
      return page;
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
    return pageOf(output);
  }

  /** Takes the origins of what was made from there, and lets go of its own. */
  void keepInLittleRoom(Made made) {
    keep(made);
    made.outputs().keySet().forEach(pages::remove);
  }

  /** Takes the origins of what an earlier rendering has made, and this one has the same. */
  void keep(Made made) {
    made.outputs().keySet().forEach(output -> kept.put(output, made));
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

  private Page pageOf(String output) {
    Page page = pages.get(output);
    Made made = page == null ? kept.get(output) : null;
    if (made != null) {
      page = made.origins(output);
      if (page != null) {
        pages.put(output, page);
      }
    }
    return page;
  }

  @Override
  public Optional<Source> of(String page, String key, int occurrence) {
    Page known = pageOf(page);
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
