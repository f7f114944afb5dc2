package th.oit.check.links;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What was found in the pages of a tree the last time, by the prints of their bytes: a page with
 * the same bytes is not parsed again. Where its links lead is judged anew every time.
 *
 * <p>For one check at a time, whose threads may use it together.
 */
public final class LinkMemory {
  /** How much the table of texts may grow by those that nobody uses any more. */
  private static final int MOST_GROWTH = 2;

  private TextTable texts = new TextTable();
  private int textsAtFirst;
  private Map<String, Known> before = Map.of();
  private Map<String, Known> now = new ConcurrentHashMap<>();
  private String reader = "";
  private boolean ended = true;

  /**
   * @param seen what the links are
   * @param told what the visitor took from the page
   */
  private record Known(Print print, Unpacker.Sealed seen, Unpacker.Sealed told) {}

  /** What is remembered of a page. */
  record Recalled(PageSeen seen, Unpacker.Sealed told) {}

  /** Remembers nothing. */
  public LinkMemory() {}

  /** Remembers what {@link #pack} has packed. */
  public static LinkMemory unpack(Unpacker in) {
    LinkMemory memory = new LinkMemory();
    memory.reader = in.text();
    memory.textsAtFirst = in.number();
    memory.texts = new TextTable(in);
    int count = in.number();
    memory.now = new ConcurrentHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      memory.now.put(in.text(), new Known(in.print(), in.sealed(), in.sealed()));
    }
    return memory;
  }

  /** Packs what is remembered for another process. */
  public void pack(Packer out) {
    out.text(reader).number(textsAtFirst);
    texts.pack(out);
    out.number(now.size());
    now.forEach(
        (page, known) -> {
          out.text(page).print(known.print());
          known.seen().into(out);
          known.told().into(out);
        });
  }

  /**
   * Begins a check.
   *
   * @param taker what the visitor takes from the pages; of what another one took, nothing is of use
   */
  void begin(String taker) {
    if (!reader.equals(taker) || texts.size() > textsAtFirst * MOST_GROWTH + 1000) {
      before = Map.of();
      texts = new TextTable();
      textsAtFirst = 0;
    } else if (ended) {
      before = now;
    } else {
      // The last check was stopped half-way: of the pages that it did not reach, it is still known.
      Map<String, Known> all = new HashMap<>(before);
      all.putAll(now);
      before = all;
    }
    ended = false;
    now = new ConcurrentHashMap<>(before.size() * 2);
    reader = taker;
  }

  /** Ends a check that has seen all pages: the others are forgotten. */
  void end() {
    ended = true;
    if (textsAtFirst == 0) {
      textsAtFirst = texts.size();
    }
  }

  /** What was found in a page of these bytes; null when it is not known. */
  Recalled recall(String page, Print print) {
    Known known = before.get(page);
    return known != null && known.print().equals(print)
        ? new Recalled(PageSeen.unpack(texts, known.seen().open()), known.told())
        : null;
  }

  /** Keeps what is known of a page. */
  void keep(String page) {
    now.put(page, before.get(page));
  }

  /** Notes what was found in a page. */
  void note(String page, Print print, PageSeen seen, PageVisitor visitor) {
    now.put(
        page,
        new Known(
            print,
            Unpacker.Sealed.of(out -> seen.pack(texts, out)),
            Unpacker.Sealed.of(out -> visitor.tell(page, out))));
  }
}
