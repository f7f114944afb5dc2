package th.oit.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import th.oit.document.PdfLexer.Ref;

/** Walks through the page tree: ISO 32000-1, 7.7.3. Keeps no page. Not thread-safe. */
final class PdfPages {
  private static final int DEEPEST = 64;

  /** Stands for a page that is written into its parent, and so has no number. */
  private static final int INLINE = -1;

  private final PdfObjects objects;
  private final Allowance allowance;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final BitSet inner = new BitSet();
  private boolean begun;
  private Map<String, Object> page;
  private Object resources;

  private static final class Level {
    private final int[] kids;
    private final Object resources;
    private int next;

    Level(int[] kids, Object resources) {
      this.kids = kids;
      this.resources = resources;
    }
  }

  PdfPages(PdfObjects objects, Allowance allowance) {
    this.objects = objects;
    this.allowance = allowance;
  }

  /**
   * Goes to the next page; false behind the last.
   *
   * @throws IOException when a page is missing or the tree turns in a circle
   */
  boolean next() throws IOException {
    if (!begun) {
      begun = true;
      Map<String, Object> root = objects.pages();
      if (root == null) {
        throw new IOException("no pages");
      }
      if (enter(root, null)) {
        return true;
      }
    }
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      if (level.next >= level.kids.length) {
        levels.pop();
        continue;
      }
      allowance.parts(4);
      int number = level.kids[level.next++];
      if (number == INLINE) {
        page = null;
        return true;
      }
      Map<String, Object> kid = objects.dictionary(new Ref(number, 0));
      if (kid == null) {
        throw new IOException("a page is missing");
      }
      if (kid.get("Kids") != null) {
        if (inner.get(number) || levels.size() >= DEEPEST) {
          throw new IOException("the page tree turns in a circle");
        }
        inner.set(number);
      }
      if (enter(kid, level.resources)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node is a page; otherwise its kids come next. */
  private boolean enter(Map<String, Object> node, Object inherited) throws IOException {
    Object own = node.get("Resources") == null ? inherited : node.get("Resources");
    if (!(objects.resolve(node.get("Kids")) instanceof List<?> kids)) {
      page = node;
      resources = own;
      return true;
    }
    int[] numbers = new int[kids.size()];
    for (int i = 0; i < numbers.length; i++) {
      Object kid = kids.get(i);
      if (!(kid instanceof Ref) && !(kid instanceof Map<?, ?>)) {
        throw new IOException("a page is missing");
      }
      numbers[i] = kid instanceof Ref ref ? ref.number() : INLINE;
    }
    levels.push(new Level(numbers, own));
    return false;
  }

  /** The page; null when it is written into its parent. */
  Map<String, Object> page() {
    return page;
  }

  /** What the page draws with, its own or that of a parent. */
  Object resources() {
    return resources;
  }
}
