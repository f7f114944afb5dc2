package th.oit.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import th.oit.finding.Source;

/** The dialect of Markdown in which pages are written. Thread-safe. */
public final class Markdown {
  /** What {@code render} needs to write the same dialect. */
  public static final List<org.commonmark.Extension> EXTENSIONS =
      List.of(TablesExtension.create(), FootnotesExtension.create(), AutolinkExtension.create());

  private static final Parser PARSER = parser(EXTENSIONS);

  /** For text without addresses: looking for them at every letter takes a tenth of the time. */
  private static final Parser WITHOUT_ADDRESSES = parser(EXTENSIONS.subList(0, 2));

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

  private static final Set<String> DECORATION = Set.of("ตกแต่ง", "decorative");

  private Markdown() {}

  private static Parser parser(List<org.commonmark.Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .build();
  }

  static Node parse(String text) {
    Node page = (mayHoldAddress(text) ? PARSER : WITHOUT_ADDRESSES).parse(text);
    if (text.indexOf('\\') >= 0) {
      page.accept(new WindowsPaths());
    }
    return page;
  }

  /**
   * Reads {@code images\map.png}, as the file manager of Windows shows it, as what it means.
   * Whoever pastes the name of a share, {@code \\server\plan.pdf}, is to be told that nobody
   * outside can open it: it becomes the {@code file:} address that it is.
   */
  private static final class WindowsPaths extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      link.setDestination(path(link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(path(image.getDestination()));
      visitChildren(image);
    }

    private static String path(String target) {
      if (target.indexOf('\\') < 0 || DRIVE.matcher(target).lookingAt()) {
        return target;
      }
      String slashes = target.replace('\\', '/');
      return target.startsWith("\\") ? "file://" + slashes.replaceFirst("^/+", "") : slashes;
    }
  }

  /**
   * Whether an address could stand in the text that is to become a link by itself. Character
   * references and backslashes may hide any sign.
   */
  private static boolean mayHoldAddress(String text) {
    return text.contains("://")
        || text.indexOf('@') >= 0
        || text.indexOf('&') >= 0
        || text.indexOf('\\') >= 0
        || text.contains("www");
  }

  /** The image that stands alone in a paragraph, and so places a thing; null when it does not. */
  public static Image placement(Paragraph paragraph) {
    Node only = paragraph.getFirstChild();
    return only instanceof Image image && image.getNext() == null ? image : null;
  }

  /** Whether a picture only adorns: the text in quotes behind its name says so. */
  public static boolean isDecoration(Image image) {
    return image.getTitle() != null
        && DECORATION.contains(image.getTitle().strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Where a node stands in its file.
   *
   * @param linesBefore lines of the file before the Markdown
   */
  public static Source at(Node node, String file, int linesBefore) {
    Node spanned = node;
    while (spanned != null && spanned.getSourceSpans().isEmpty()) {
      spanned = spanned.getParent();
    }
    if (spanned == null) {
      return Source.of(file);
    }
    SourceSpan span = spanned.getSourceSpans().get(0);
    return new Source(file, linesBefore + span.getLineIndex() + 1, span.getColumnIndex() + 1);
  }
}
