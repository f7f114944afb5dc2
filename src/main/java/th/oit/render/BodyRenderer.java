package th.oit.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import th.oit.catalog.Column;
import th.oit.catalog.Item;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.content.Embed;
import th.oit.content.ItemPart;
import th.oit.content.Markdown;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.site.DataFiles;
import th.oit.site.Site;
import th.oit.source.DataTable;
import th.oit.text.ItemCode;
import th.oit.text.UrlPath;

/**
 * Renders the Markdown of one page: links to sources become addresses, an image alone in its
 * paragraph places a table, people, a file or a picture, lines are joined as Thai needs it. Used
 * once a page, by one thread.
 */
final class BodyRenderer {
  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "svg", "avif");

  private final Site site;
  private final ContentPage page;
  private final Node tree;
  private final Templates templates;
  private final Attachments attachments;
  private final Pictures pictures;
  private final SourceMap.Page origins;
  private final Wording words;
  private boolean pictureSeen;
  private final HeadingIds ids = new HeadingIds();
  private final RawHtml rawHtml = new RawHtml();
  private final List<Body.Heading> headings = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Integer> tableNames = new HashMap<>();
  private final List<Body.DataFile> made = new ArrayList<>();
  private final List<Body.Table> tables = new ArrayList<>();

  BodyRenderer(
      Site site,
      ContentPage page,
      Node tree,
      Templates templates,
      Attachments attachments,
      Pictures pictures,
      SourceMap.Page origins,
      Wording words) {
    this.site = site;
    this.words = words;
    this.page = page;
    this.tree = tree;
    this.templates = templates;
    this.attachments = attachments;
    this.pictures = pictures;
    this.origins = origins;
    this.pictureSeen = page.image() != null;
  }

  Body render() {
    takeIdsWrittenByHand();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            // The first renderer of a node wins, so ours stand before those of the extensions.
            .nodeRendererFactory(SiteNodes::new)
            .extensions(Markdown.EXTENSIONS)
            .attributeProviderFactory(context -> new NodeAttributes(words))
            .build();
    return new Body(renderer.render(tree), headings, labels, made, tables);
  }

  private void takeIdsWrittenByHand() {
    ids.take("main"); // every page's own
    tree.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String id = HeadingIds.byHand(heading);
            if (id != null) {
              ids.take(id);
            }
          }
        });
  }

  private String link(Node node, String target) {
    String href = site.link(page.path(), target);
    origins.add(Origins.link(href), Markdown.at(node, page.file(), page.bodyLine()));
    return href;
  }

  /**
   * Numbers stand on the right, in tables written by hand as in those made from data; what may be
   * wider than the page can be scrolled with the keyboard, and says what it is.
   */
  private record NodeAttributes(Wording words) implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
      if (tagName.equals("pre")) {
        attributes.put("tabindex", "0");
        attributes.put("role", "group");
        attributes.put("aria-label", words.get("code"));
      }
      if (node instanceof TableCell cell) {
        String align = attributes.remove("align");
        if ("right".equals(align)) {
          attributes.put("class", "number");
        } else if ("center".equals(align)) {
          attributes.put("class", "center");
        }
        if (cell.isHeader()) {
          attributes.put("scope", "col");
        }
      }
    }
  }

  /** The nodes that are written otherwise than CommonMark would. */
  private final class SiteNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    SiteNodes(HtmlNodeRendererContext context) {
      this.context = context;
      this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(
          Heading.class,
          Paragraph.class,
          Link.class,
          Image.class,
          SoftLineBreak.class,
          HardLineBreak.class,
          ThematicBreak.class,
          HtmlInline.class,
          HtmlBlock.class,
          TableBlock.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Heading heading) {
        heading(heading);
      } else if (node instanceof Paragraph paragraph) {
        paragraph(paragraph);
      } else if (node instanceof Link link) {
        link(link);
      } else if (node instanceof Image image) {
        image(image);
      } else if (node instanceof SoftLineBreak lineBreak) {
        softLineBreak(lineBreak);
      } else if (node instanceof HardLineBreak) {
        // Without the slash that CommonMark writes: in HTML it says nothing.
        html.tag("br");
        html.line();
      } else if (node instanceof ThematicBreak) {
        html.line();
        html.tag("hr");
        html.line();
      } else if (node instanceof HtmlInline inline) {
        html.raw(rawHtml.inline(inline));
      } else if (node instanceof HtmlBlock block) {
        String safe = RawHtml.block(block.getLiteral()).strip();
        if (!safe.isEmpty()) {
          html.line();
          html.raw("<p>" + safe + "</p>");
          html.line();
        }
      } else if (node instanceof TableBlock table) {
        table(table);
      }
    }

    private void children(Node parent) {
      Node next;
      for (Node child = parent.getFirstChild(); child != null; child = next) {
        next = child.getNext();
        context.render(child);
      }
    }

    private void heading(Heading heading) {
      String id = HeadingIds.byHand(heading);
      String title = title(heading);
      if (id == null) {
        id = ids.made(title);
      }
      // The page's own title is the only h1, so what is written as # begins one level lower.
      int level = Math.min(6, Math.max(2, heading.getLevel()));
      headings.add(new Body.Heading(id, title, level));
      labels.putIfAbsent(id, title);
      html.line();
      html.tag("h" + level, Map.of("id", id));
      Node next;
      for (Node child = heading.getFirstChild(); child != null; child = next) {
        next = child.getNext();
        String cut = next == null && child instanceof Text text ? HeadingIds.withoutId(text) : null;
        if (cut == null) {
          context.render(child);
        } else {
          html.text(cut);
        }
      }
      html.tag("/h" + level);
      html.line();
    }

    private String title(Heading heading) {
      String text = PlainText.of(heading);
      String id = HeadingIds.byHand(heading);
      return id == null ? text : text.substring(0, text.lastIndexOf("{#")).strip();
    }

    private void paragraph(Paragraph paragraph) {
      Image placed = Markdown.placement(paragraph);
      if (placed != null && place(placed)) {
        return;
      }
      boolean tight =
          paragraph.getParent() != null
              && paragraph.getParent().getParent() instanceof org.commonmark.node.ListBlock list
              && list.isTight();
      if (tight) {
        children(paragraph);
        return;
      }
      html.line();
      html.tag("p");
      children(paragraph);
      html.tag("/p");
      html.line();
    }

    private void link(Link link) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("href", BodyRenderer.this.link(link, link.getDestination()));
      if (link.getTitle() != null) {
        attributes.put("title", link.getTitle());
      }
      html.tag("a", attributes);
      children(link);
      html.tag("/a");
    }

    /** What is seen first shall not wait until it is near the window. */
    private boolean isFirstPicture() {
      boolean first = !pictureSeen;
      pictureSeen = true;
      return first;
    }

    private void image(Image image) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("src", BodyRenderer.this.link(image, image.getDestination()));
      attributes.put("alt", Markdown.isDecoration(image) ? "" : PlainText.of(image));
      Map<String, Object> sides = new HashMap<>();
      pictures.describe(sides, page.path(), image.getDestination(), Pictures.Use.TEXT);
      for (String name : List.of("width", "height", "srcset", "sizes")) {
        if (sides.containsKey(name)) {
          attributes.put(name, sides.get(name).toString());
        }
      }
      if (!isFirstPicture()) {
        attributes.put("loading", "lazy");
      }
      html.tag("img", attributes);
    }

    private void softLineBreak(SoftLineBreak lineBreak) {
      if (LineBreaks.isSpace(lineBreak)) {
        html.raw("\n");
      }
    }

    private void table(TableBlock table) {
      Map<String, String> frame = new LinkedHashMap<>();
      frame.put("class", "table");
      frame.put("role", "region");
      frame.put("tabindex", "0");
      frame.put("aria-label", nameOfTable());
      html.line();
      html.tag("div", frame);
      html.tag("table");
      children(table);
      html.tag("/table");
      html.tag("/div");
      html.line();
    }

    /** What stands in the list of a screen reader: no two tables of a page have the same name. */
    private String nameOfTable() {
      String name = words.get("table");
      if (!headings.isEmpty()) {
        name += " " + headings.get(headings.size() - 1).title();
      }
      int before = tableNames.merge(name, 1, Integer::sum) - 1;
      return before == 0 ? name : name + " (" + (before + 1) + ")";
    }

    private boolean place(Image image) {
      String target = image.getDestination();
      String caption = PlainText.of(image);
      Embed embed = page.embeds().get(Embed.key(target, image.getTitle()));
      String bare = target.replaceAll("[?#].*$", "");
      String extension = bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String filled;
      if (embed instanceof Embed.Table table) {
        filled = tableOf(image, table, caption);
      } else if (embed instanceof Embed.People people) {
        filled = peopleOf(target, people, caption);
      } else if (embed instanceof Embed.Questions questions) {
        filled = fill("qa.ftlh", records(target, "questions", caption).questions(questions));
      } else if (embed instanceof Embed.Voices voices) {
        filled = fill("voices.ftlh", records(target, "voices", caption).voices(voices));
      } else if (embed instanceof Embed.Chart chart) {
        filled = chartOf(target, chart, caption);
      } else if (PICTURES.contains(extension)) {
        Map<String, Object> figure = new HashMap<>();
        figure.put("src", BodyRenderer.this.link(image, target));
        figure.put("alt", Markdown.isDecoration(image) ? "" : caption);
        figure.put("first", isFirstPicture());
        pictures.describe(figure, page.path(), target, Pictures.Use.TEXT);
        filled = fill("figure.ftlh", figure);
      } else if (bare.matches("(?i)https?:.*") || extension.equals(bare.toLowerCase(Locale.ROOT))) {
        return false;
      } else {
        filled = attachmentOf(image, caption);
      }
      html.line();
      html.raw(filled.strip());
      html.line();
      return true;
    }

    private String tableOf(Image image, Embed.Table embed, String caption) {
      String target = image.getDestination();
      DataTable table = embed.table();
      String id = idOf(embed.name(), "table", caption);
      if (!table.columnsAt().isEmpty()) {
        origins.add(Origins.table(id), table.columnsAt().get(0));
      }
      origins.addRows(id, table);
      TableWriter writer = new TableWriter(table, knownColumns(id));
      List<Map<String, Object>> columns = new ArrayList<>();
      for (TableWriter.Shown column : writer.columns()) {
        Map<String, Object> view = new HashMap<>();
        view.put("label", column.label());
        view.put("numeric", column.numeric());
        Views.putIfPresent(view, "id", column.named());
        columns.add(view);
      }
      Map<String, Object> model = new HashMap<>();
      model.put("id", id);
      model.put("caption", caption);
      model.put("columns", columns);
      model.put("rows", table.rows().stream().map(DataTable.Row::cells).toList());
      model.put("body", Templates.markup(writer.html()));
      model.put("downloads", downloads(image, embed, writer, id, caption));
      model.put("file", fileName(target));
      return fill("table.ftlh", model);
    }

    /** Makes the data files, if they are this page's to make, and names them. */
    private List<Map<String, Object>> downloads(
        Image image, Embed.Table embed, TableWriter writer, String id, String caption) {
      DataFiles files = site.dataOf(embed);
      byte[] csv = null;
      byte[] json = null;
      if (files.page().content() == page) {
        String title = caption.isEmpty() ? embed.name() : caption;
        String address = UrlPath.encode(files.page().path()) + "#" + UrlPath.encode(id);
        csv = writer.csv();
        json = writer.json(title, site.config().baseUrl().absolute(address));
        List<Body.DataFile> data =
            List.of(
                new Body.DataFile(files.csv(), embed.table().file(), csv),
                new Body.DataFile(files.json(), embed.table().file(), json));
        made.addAll(data);
        tables.add(new Body.Table(id, title, writer.labels(), data));
      }
      Source at = Markdown.at(image, page.file(), page.bodyLine());
      List<Map<String, Object>> downloads = new ArrayList<>();
      downloads.add(download(files.csv(), "CSV", csv, at));
      downloads.add(download(files.json(), "JSON", json, at));
      if (embed.format() == Embed.Format.XLSX) {
        String target = image.getDestination();
        String href = BodyRenderer.this.link(image, target);
        downloads.add(attachments.of(page, target, href).view());
      }
      return downloads;
    }

    /**
     * @param bytes null when another page makes the file
     */
    private Map<String, Object> download(String output, String type, byte[] bytes, Source at) {
      String href = site.config().baseUrl().link(UrlPath.encode("/" + output));
      origins.add(Origins.link(href), at);
      return Map.of(
          "href", href, "type", type, "size", bytes == null ? "" : Attachments.size(bytes.length));
    }

    private String peopleOf(String target, Embed.People embed, String caption) {
      String yml = ContentPath.resolve(page.path(), UrlPath.decode(target)).orElse("");
      Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
      for (Embed.Person person : embed.people()) {
        Map<String, Object> view = new HashMap<>();
        view.put("name", person.name());
        view.put("position", person.position());
        if (person.image() != null) {
          String src = site.link(yml, person.image());
          origins.add(Origins.link(src), Source.of("content/" + yml));
          view.put("image", src);
          pictures.describe(view, yml, person.image(), Pictures.Use.SMALL);
        }
        if (person.phone() != null) {
          view.put("phone", person.phone());
          Views.phoneHref(person.phone()).ifPresent(href -> view.put("phoneHref", href));
        }
        Views.putIfPresent(view, "email", person.email());
        Views.putIfPresent(view, "note", person.note());
        groups
            .computeIfAbsent(person.group() == null ? "" : person.group(), g -> new ArrayList<>())
            .add(view);
      }
      List<Map<String, Object>> views = new ArrayList<>();
      groups.forEach(
          (title, people) -> {
            Map<String, Object> group = new HashMap<>();
            group.put("people", people);
            if (!title.isEmpty()) {
              group.put("title", title);
            }
            views.add(group);
          });
      Map<String, Object> model = new HashMap<>();
      model.put("id", idOf(baseName(target), "people", caption));
      model.put("caption", caption);
      model.put("groups", views);
      return fill("people.ftlh", model);
    }

    private RecordViews records(String target, String kind, String caption) {
      String file = ContentPath.resolve(page.path(), UrlPath.decode(target)).orElse("");
      RecordViews.Page here =
          new RecordViews.Page() {
            @Override
            public String id(String own, String made, String label) {
              String id = own != null && ids.isFree(own) ? own : ids.made(own == null ? made : own);
              ids.take(id);
              labels.putIfAbsent(id, label);
              return id;
            }

            @Override
            public Map<String, Object> link(ItemPart.Place place) {
              String href = site.link(file, place.target());
              origins.add(Origins.link(href), place.at());
              return Map.of("href", href, "title", titleOf(file, place.target()));
            }
          };
      return new RecordViews(idOf(baseName(target), kind, caption), caption, words, here);
    }

    /** The title of the page that a file names, where it is one of the site's. */
    private String titleOf(String file, String target) {
      String bare = UrlPath.decode(target.replaceAll("[?#].*$", ""));
      String path = ContentPath.resolve(file, bare).orElse("");
      return site.pages().stream()
          .filter(other -> other.content().path().equals(path) || other.path().equals(bare))
          .map(other -> other.content().title())
          .filter(title -> !title.isEmpty())
          .findFirst()
          .orElse(words.get("read-on"));
    }

    private String chartOf(String target, Embed.Chart chart, String caption) {
      Map<String, Object> model = new HashMap<>();
      model.put("id", idOf(baseName(target), "chart", caption));
      model.put("caption", caption);
      model.put("units", units(chart.units()));
      return fill("chart.ftlh", model);
    }

    private static List<Map<String, Object>> units(List<Embed.Unit> units) {
      List<Map<String, Object>> views = new ArrayList<>();
      for (Embed.Unit unit : units) {
        Map<String, Object> view = new HashMap<>();
        view.put("name", unit.name());
        Views.putIfPresent(view, "head", unit.head());
        Views.putIfPresent(view, "note", unit.note());
        view.put("units", units(unit.units()));
        views.add(view);
      }
      return views;
    }

    private String attachmentOf(Image image, String caption) {
      String target = image.getDestination();
      String href = BodyRenderer.this.link(image, target);
      Map<String, Object> model = attachments.of(page, target, href).view();
      model.put("id", idOf(baseName(target), "file", caption));
      model.put("title", caption.isEmpty() ? fileName(target) : caption);
      return fill("attachment.ftlh", model);
    }

    private String fill(String template, Map<String, Object> embed) {
      Map<String, Object> model = new HashMap<>();
      words.addTo(model);
      model.put("embed", embed);
      return templates.fill(template, model, page.file());
    }
  }

  /**
   * The columns that the list asks of the page's item: first those of the elements that are said to
   * be in this very table.
   */
  private List<Column> knownColumns(String tableId) {
    ItemPart part = page.item();
    Optional<Item> item =
        part == null
            ? Optional.empty()
            : site.year(part.folderYear())
                .flatMap(
                    year -> ItemCode.parse(part.code()).flatMap(code -> year.catalog().item(code)));
    if (item.isEmpty()) {
      return List.of();
    }
    Set<String> here = new HashSet<>();
    for (ItemPart.ElementPlaces element : part.elements()) {
      if (element.places().stream().anyMatch(place -> place.target().equals("#" + tableId))) {
        here.add(element.id());
      }
    }
    Set<Column> columns = new LinkedHashSet<>();
    item.get().elements().stream()
        .filter(element -> here.contains(element.id()))
        .forEach(element -> columns.addAll(element.columns()));
    item.get().elements().forEach(element -> columns.addAll(element.columns()));
    return List.copyOf(columns);
  }

  /** The id of a placed thing: its file's name, unless a heading has that already. */
  private String idOf(String base, String kind, String caption) {
    String id = ids.isFree(base) ? base : ids.isFree(base + "-" + kind) ? base + "-" + kind : null;
    if (id == null) {
      id = ids.made(base);
    } else {
      ids.take(id);
    }
    if (!caption.isEmpty()) {
      labels.putIfAbsent(id, caption);
    }
    return id;
  }

  private static String fileName(String target) {
    String bare = UrlPath.decode(target.replaceAll("[?#].*$", ""));
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static String baseName(String target) {
    String name = fileName(target);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
