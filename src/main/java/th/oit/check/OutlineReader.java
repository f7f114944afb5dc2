package th.oit.check;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import th.oit.check.Outline.Part;
import th.oit.check.Outline.Span;
import th.oit.text.ThaiDate;

/** Walks once through a page and notes what stands where. Used once. */
final class OutlineReader implements NodeFilter {
  private static final Set<String> SKIPPED =
      Set.of("script", "style", "template", "noscript", "nav", "head");

  /** What bounds the sections of the headings in it. */
  private static final Set<String> SCOPES = Set.of("body", "main", "article", "section", "aside");

  private static final Set<String> FIELDS_WITHOUT_WORDS =
      Set.of("hidden", "submit", "button", "reset", "image", "search", "checkbox", "radio");

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Span> places = new HashMap<>();
  private final List<Span> sections = new ArrayList<>();
  private final Deque<Section> open = new ArrayDeque<>();
  private final Deque<Integer> starts = new ArrayDeque<>();
  private final Deque<OpenTable> tables = new ArrayDeque<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<LocalDate> times = List.of();
  private int scopes;
  private int entries;
  private Element heading;
  private String title = "";
  private Span main;
  private Span body;
  private PersonReader person;

  /** A heading whose section goes on. */
  private record Section(List<String> ids, int level, int from, int scope) {}

  private record OpenTable(TableReader reader, int index, List<String> ids) {}

  /** A place that encloses nothing: it means what follows it in its section. */
  private record Anchor(String id, int at) {}

  private OutlineReader() {}

  /** What stands on a page. */
  static Outline read(String page, Document document) {
    OutlineReader reader = new OutlineReader();
    Element body = document.body();
    if (body != null) {
      NodeTraversor.filter(reader, body);
    }
    return reader.outline(page);
  }

  private Outline outline(String page) {
    flush();
    closeScope(0);
    Span all = new Span(0, parts.size());
    Span whole = body != null ? body : main != null ? main : all;
    for (Anchor anchor : anchors) {
      int end = whole.from() <= anchor.at && anchor.at <= whole.to() ? whole.to() : all.to();
      for (Span section : sections) {
        if (section.from() < anchor.at && anchor.at <= section.to()) {
          end = section.to();
          break;
        }
      }
      places.putIfAbsent(anchor.id, new Span(anchor.at, end));
    }
    return new Outline(page, title, parts, whole, places, sections);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      words(words.text());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (SKIPPED.contains(name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element.isBlock() && heading == null) {
      separate();
    } else if (name.equals("br")) {
      words(" ");
    }
    starts.push(parts.size());
    if (isScope(element)) {
      scopes++;
    }
    if (isHeading(name) && heading == null) {
      flush();
      int level = name.charAt(1) - '0';
      closeSections(level);
      open.push(new Section(new ArrayList<>(), level, parts.size(), scopes));
      heading = element;
    } else if (name.equals("li") || name.equals("dd")) {
      entries++;
    } else if (name.equals("table")) {
      flush();
      tables.push(new OpenTable(new TableReader(element), parts.size(), new ArrayList<>()));
      parts.add(null);
    } else if (!tables.isEmpty()) {
      tables.peek().reader.begin(element);
    }
    if (person == null && element.hasAttr("data-oit-person")) {
      flush();
      person = new PersonReader(element);
    } else if (person != null) {
      person.begin(element);
    }
    thing(element, name);
    return FilterResult.CONTINUE;
  }

  private void thing(Element element, String name) {
    switch (name) {
      case "a" -> {
        if (element.hasAttr("href")) {
          parts.add(new Outline.Link(element.attr("href"), element.text()));
        }
      }
      case "img" ->
          parts.add(new Outline.Picture(element.attr("src"), element.attr("alt").strip()));
      case "svg", "iframe", "object", "embed", "canvas" -> parts.add(new Outline.Drawing());
      case "form" -> {
        if (canBeFilledIn(element)) {
          parts.add(new Outline.Form());
        }
      }
      case "time" -> day(element.attr("datetime")).ifPresent(this::time);
      default -> {
        // only its text counts
      }
    }
  }

  private void time(LocalDate day) {
    if (!tables.isEmpty()) {
      tables.peek().reader.time(day);
    } else {
      if (times.isEmpty()) {
        times = new ArrayList<>(1);
      }
      times.add(day);
    }
  }

  private static Optional<LocalDate> day(String written) {
    if (written.length() < 10) {
      return Optional.empty();
    }
    return ThaiDate.parse(written.substring(0, 10));
  }

  private static boolean canBeFilledIn(Element form) {
    if (form.selectFirst("textarea") != null) {
      return true;
    }
    for (Element field : form.select("input")) {
      String type = field.attr("type").strip().toLowerCase(Locale.ROOT);
      if (!FIELDS_WITHOUT_WORDS.contains(type)) {
        return true;
      }
    }
    return false;
  }

  private void words(String words) {
    if (heading != null) {
      text.append(words);
    } else if (person != null) {
      person.text(words);
    } else if (!tables.isEmpty()) {
      tables.peek().reader.text(words);
    } else {
      text.append(words);
    }
  }

  /** Ends the running text where a block begins or ends. */
  private void separate() {
    if (person != null) {
      person.separate();
    } else if (!tables.isEmpty()) {
      tables.peek().reader.text(" ");
    } else {
      flush();
    }
  }

  private void flush() {
    if (heading != null) {
      return;
    }
    if (text.length() > 0) {
      String words = TableReader.squeeze(text);
      text.setLength(0);
      if (!words.isEmpty() || !times.isEmpty()) {
        parts.add(new Outline.Text(words, entries > 0, List.copyOf(times)));
      }
    }
    times = List.of();
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (SKIPPED.contains(name)) {
      return FilterResult.CONTINUE;
    }
    int from = starts.pop();
    if (element == heading) {
      String words = TableReader.squeeze(text);
      text.setLength(0);
      heading = null;
      if (title.isEmpty() && name.equals("h1")) {
        title = words;
      }
      parts.add(new Outline.Heading(words));
    } else if (element.isBlock() && heading == null) {
      separate();
    }
    if (!tables.isEmpty() && tables.peek().reader.element() == element) {
      OpenTable table = tables.pop();
      parts.set(table.index, new Outline.Tabular(table.reader.table()));
      Span span = new Span(table.index, parts.size());
      table.ids.forEach(id -> places.putIfAbsent(id, span));
    } else if (!tables.isEmpty()) {
      tables.peek().reader.end(element);
    }
    if (person != null && person.element() == element) {
      Outline.Person read = person.person();
      person = null;
      parts.add(read);
      if (!tables.isEmpty()) {
        tables.peek().reader.text(read.name() + " " + read.position());
      }
    }
    if (name.equals("li") || name.equals("dd")) {
      entries--;
    }
    if (element.hasAttr("id") && !element.id().isEmpty()) {
      place(element, name, from);
    }
    if (isScope(element)) {
      flush();
      closeScope(scopes);
      scopes--;
      Span span = new Span(from, parts.size());
      if (element.hasAttr("data-oit-body") && body == null) {
        body = span;
      } else if (name.equals("main") && main == null) {
        main = span;
      }
    }
    return FilterResult.CONTINUE;
  }

  private void place(Element element, String name, int from) {
    String id = element.id();
    if (isHeading(name) || heading != null) {
      open.peek().ids.add(id);
    } else if (!tables.isEmpty()) {
      tables.peek().ids.add(id);
    } else {
      if (element.isBlock()) {
        flush();
      }
      Span span = new Span(from, parts.size());
      if (span.isEmpty() || !element.isBlock()) {
        anchors.add(new Anchor(id, from));
      } else {
        places.putIfAbsent(id, span);
      }
    }
  }

  /** A heading ends the sections of all headings that weigh no more. */
  private void closeSections(int level) {
    while (!open.isEmpty() && open.peek().level >= level) {
      closeSection();
    }
  }

  private void closeScope(int scope) {
    while (!open.isEmpty() && open.peek().scope >= scope) {
      closeSection();
    }
  }

  private void closeSection() {
    Section section = open.pop();
    Span span = new Span(section.from, parts.size());
    sections.add(span);
    section.ids.forEach(id -> places.putIfAbsent(id, span));
  }

  private static boolean isScope(Element element) {
    return SCOPES.contains(element.normalName()) || element.hasAttr("data-oit-body");
  }

  private static boolean isHeading(String name) {
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }
}
