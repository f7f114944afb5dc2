package th.oit.render;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import th.oit.content.ContentPage;
import th.oit.content.Embed;
import th.oit.content.ItemPart;
import th.oit.content.ServicePart;
import th.oit.source.DataTable;

/**
 * The words of a page as a search looks through them: what the office wrote, and nothing that every
 * page has. What is cut off first when a site is large stands last: running text, then the titles
 * of documents, then the cells of tables.
 */
final class SearchText {
  /**
   * Of a table that is longer, the first characters count: a search is for pages, not for cells.
   */
  private static final int LONGEST_TABLE = 2_000;

  /** Without a sign between them, the numbers of two cells would be found as one. */
  private static final String BETWEEN_CELLS = " · ";

  private final ContentPage page;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder cells = new StringBuilder();

  private SearchText(ContentPage page) {
    this.page = page;
  }

  /**
   * The text of a page, on one line.
   *
   * @param tree of the page's Markdown
   * @param name what the list of the year calls the item; null for other pages
   */
  static String of(ContentPage page, Node tree, String name) {
    SearchText search = new SearchText(page);
    if (name != null && !name.equals(page.title())) {
      search.add(name);
    }
    if (page.service() != null) {
      search.service(page.service());
    }
    tree.accept(search.new Reader());
    if (page.item() != null) {
      for (ItemPart.Evidence evidence : page.item().evidence()) {
        if (evidence.title() != null) {
          search.add(evidence.title());
        }
      }
    }
    if (page.reason() != null) {
      search.add(page.reason());
    }
    search.text.append(' ').append(search.cells);
    return onOneLine(search.text);
  }

  /** Text in which every run of spaces and line ends is one space, without any at its ends. */
  private static String onOneLine(StringBuilder text) {
    char[] chars = new char[text.length()];
    text.getChars(0, chars.length, chars, 0);
    int length = 0;
    for (char c : chars) {
      if (c != ' ' && c != '\u00A0' && (c < '\t' || c > '\r')) {
        chars[length++] = c;
      } else if (length > 0 && chars[length - 1] != ' ') {
        chars[length++] = ' ';
      }
    }
    return new String(chars, 0, length).strip();
  }

  private void service(ServicePart service) {
    add(service.time());
    add(service.fee());
    addIfSaid(service.who());
    addIfSaid(service.place());
    service.channels().forEach(this::add);
    for (ServicePart.Document document : service.documents()) {
      add(document.name());
      addIfSaid(document.note());
    }
    service.steps().forEach(step -> add(step.what()));
    service.forms().forEach(form -> addIfSaid(form.title()));
    service.law().forEach(this::add);
  }

  private void addIfSaid(String words) {
    if (words != null) {
      add(words);
    }
  }

  private void add(String words) {
    text.append(' ').append(words).append(' ');
  }

  private final class Reader extends AbstractVisitor {
    @Override
    public void visit(Text node) {
      String heading =
          node.getNext() == null && node.getParent() instanceof Heading
              ? HeadingIds.withoutId(node)
              : null;
      text.append(heading == null ? node.getLiteral() : heading);
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock node) {
      add(node.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      add(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      if (LineBreaks.isSpace(node)) {
        text.append(' ');
      }
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(CustomNode node) {
      visitChildren(node);
      if (node instanceof TableCell) {
        text.append(BETWEEN_CELLS);
      }
    }

    @Override
    public void visit(Image node) {
      Embed embed = page.embeds().get(Embed.key(node.getDestination(), node.getTitle()));
      visitChildren(node);
      if (embed instanceof Embed.Table table) {
        table(table.table());
      } else if (embed instanceof Embed.People people) {
        people.people().forEach(this::person);
      } else if (embed instanceof Embed.Questions questions) {
        questions.questions().forEach(this::question);
      } else if (embed instanceof Embed.Voices voices) {
        voices.voices().forEach(this::voice);
      } else if (embed instanceof Embed.Chart chart) {
        chart.units().forEach(this::unit);
      }
    }

    private void unit(Embed.Unit unit) {
      add(unit.name());
      if (unit.head() != null) {
        add(unit.head());
      }
      unit.units().forEach(this::unit);
    }

    private void person(Embed.Person person) {
      add(person.name());
      add(person.position());
    }

    private void question(Embed.Question question) {
      add(question.question());
      addIfSaid(question.answer());
    }

    private void voice(Embed.Voice voice) {
      add(voice.suggestion());
      add(voice.action());
      addIfSaid(voice.result());
    }

    @Override
    protected void visitChildren(Node parent) {
      super.visitChildren(parent);
      if (parent instanceof Block) {
        text.append(' ');
      }
    }
  }

  private void table(DataTable table) {
    int end = cells.length() + LONGEST_TABLE;
    table.columns().forEach(label -> cells.append(BETWEEN_CELLS).append(label));
    for (DataTable.Row row : table.rows()) {
      if (cells.length() > end) {
        return;
      }
      for (String cell : row.cells()) {
        cells.append(BETWEEN_CELLS).append(cell);
      }
    }
  }
}
