package th.oit.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
import th.oit.text.Language;

/**
 * What one rendering leaves to the next, so that only what may have changed is made anew.
 *
 * <p>A page depends on its own body and on what all pages share: the configuration, the lists, the
 * templates, what stands before the body of every page, the data and every other file, the day.
 * While that {@linkplain #begin world} is the same, a page whose body is the same has the same
 * bytes, and what is made of the whole site has too. In another world nothing is kept.
 *
 * <p>For one rendering at a time, whose workers may use it together.
 */
public final class Kept {
  private final int manyPages;
  private Print world;
  private Look look;
  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private int mostText = Integer.MAX_VALUE;

  /** Keeps nothing yet. */
  public Kept() {
    this(2_000);
  }

  /**
   * Keeps nothing yet.
   *
   * @param manyPages more pages than this are not kept as they are, but packed
   */
  Kept(int manyPages) {
    this.manyPages = manyPages;
  }

  /** Whether what is made of so many pages takes too much room as it is. */
  boolean isForLittleRoom(int pages) {
    return pages > manyPages;
  }

  /** What {@link #pack} has packed. */
  public static Kept unpack(Unpacker in) {
    Kept kept = new Kept();
    kept.world = in.print();
    for (int i = in.number(); i > 0; i--) {
      kept.made.put(in.text(), new Made(in));
    }
    return kept;
  }

  /** Packs what is kept for another process. */
  public void pack(Packer out) {
    out.print(world).number(made.size());
    made.forEach((task, what) -> what.pack(mostText, out.text(task)));
  }

  /** Notes to what length the search cuts the texts of pages: much more is not worth keeping. */
  void textsAreCutTo(int longest) {
    mostText = longest > 1 << 24 ? longest : longest + longest / 2 + 100;
  }

  /** The templates, parsed, with what belongs to them. */
  record Look(
      Print print,
      TemplateSources sources,
      Map<String, TemplateSources.Asset> files,
      Assets assets,
      Templates templates,
      Map<Language, Wording> words) {}

  /** Forgets what was made in another world. */
  void begin(Print now) {
    if (!now.equals(world)) {
      made.clear();
      world = now;
    }
  }

  /** Forgets everything. */
  void forget() {
    made.clear();
    world = null;
    look = null;
  }

  /** What a piece of the work has made in this world with the same key; null when nothing. */
  Made of(String task, Print key) {
    Made known = made.get(task);
    return known != null && known.key().equals(key) ? known : null;
  }

  void put(String task, Made what) {
    made.put(task, what);
  }

  /** The look that was used last; null when it was another one. */
  Look look(Print print) {
    return look != null && look.print().equals(print) ? look : null;
  }

  void put(Look used) {
    look = used;
  }
}
