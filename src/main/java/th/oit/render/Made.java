package th.oit.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import th.oit.identity.Print;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What a piece of the work has made. What is seldom looked at stays packed until then. Immutable.
 */
final class Made {
  private final Print key;
  private final Map<String, Print> outputs;
  private final Set<String> copies;
  private final Print entryPrint;
  private final Print dataPrint;
  private final int textLength;
  private final Details details;
  private final Unpacker.Sealed packed;

  private record Details(
      Map<String, SourceMap.Page> origins, SearchIndex.Entry entry, List<Dataset> datasets) {}

  /**
   * @param key by which all is recognised that it depends on besides the world
   * @param outputs the files it has written, with the prints of their bytes
   * @param copies the smaller copies of pictures for which it has asked
   * @param origins where what stands in the files was written
   * @param entry what the search knows of the page; null for what is no page
   * @param datasets the page's open data
   */
  Made(
      Print key,
      Map<String, Print> outputs,
      Set<String> copies,
      Map<String, SourceMap.Page> origins,
      SearchIndex.Entry entry,
      List<Dataset> datasets) {
    this.key = key;
    this.outputs = outputs;
    this.copies = copies;
    this.entryPrint = entry == null ? null : entry.print();
    this.dataPrint = datasets.isEmpty() ? null : Print.of(datasets.toString());
    this.textLength = entry == null ? 0 : entry.text().length();
    this.details = new Details(origins, entry, datasets);
    this.packed = null;
  }

  private Made(Made made, Unpacker.Sealed packed) {
    this.key = made.key;
    this.outputs = made.outputs;
    this.copies = made.copies;
    this.entryPrint = made.entryPrint;
    this.dataPrint = made.dataPrint;
    this.textLength = made.textLength;
    this.details = null;
    this.packed = packed;
  }

  /** The same in a quarter of the room. */
  Made inLittleRoom(int mostText) {
    return packed != null
        ? this
        : new Made(this, Unpacker.Sealed.of(out -> packDetails(mostText, out)));
  }

  /** Unpacks what {@link #pack} has packed. */
  Made(Unpacker in) {
    this.key = in.print();
    int count = in.number();
    this.outputs = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      outputs.put(in.text(), in.print());
    }
    this.copies = new TreeSet<>(in.texts());
    this.entryPrint = in.print();
    this.dataPrint = in.print();
    this.textLength = in.number();
    this.details = null;
    this.packed = in.sealed();
  }

  /**
   * Packs it.
   *
   * @param mostText how many characters of the page's text are worth keeping
   */
  void pack(int mostText, Packer out) {
    out.print(key).number(outputs.size());
    outputs.forEach((output, print) -> out.text(output).print(print));
    out.texts(copies).print(entryPrint).print(dataPrint).number(textLength);
    if (packed != null) {
      packed.into(out);
    } else {
      out.sealed(inner -> packDetails(mostText, inner));
    }
  }

  private void packDetails(int mostText, Packer out) {
    out.number(details.origins().size());
    details.origins().forEach((output, page) -> page.pack(out.text(output)));
    out.flag(details.entry() != null);
    if (details.entry() != null) {
      details.entry().pack(mostText, out);
    }
    out.number(details.datasets().size());
    details.datasets().forEach(dataset -> dataset.pack(out));
  }

  private Details details() {
    if (packed == null) {
      return details;
    }
    Unpacker in = packed.open();
    Map<String, SourceMap.Page> origins = new LinkedHashMap<>();
    for (int i = in.number(); i > 0; i--) {
      origins.put(in.text(), SourceMap.Page.unpack(in));
    }
    SearchIndex.Entry entry = in.flag() ? SearchIndex.Entry.unpack(in) : null;
    int count = in.number();
    Dataset[] datasets = new Dataset[count];
    for (int i = 0; i < count; i++) {
      datasets[i] = Dataset.unpack(in);
    }
    return new Details(origins, entry, List.of(datasets));
  }

  Print key() {
    return key;
  }

  Map<String, Print> outputs() {
    return outputs;
  }

  Set<String> copies() {
    return copies;
  }

  /** By which the entry of the search is recognised; null where there is none. */
  Print entryPrint() {
    return entryPrint;
  }

  /** By which the open data are recognised; null where there are none. */
  Print dataPrint() {
    return dataPrint;
  }

  /** How many characters of text the search knows of the page. */
  int textLength() {
    return textLength;
  }

  /** Where what stands in one of the files was written; null when nobody knows. */
  SourceMap.Page origins(String output) {
    return details().origins().get(output);
  }

  /** What the search knows of the page, its text perhaps cut; null for what is no page. */
  SearchIndex.Entry entry() {
    return details().entry();
  }

  List<Dataset> datasets() {
    return dataPrint == null ? List.of() : details().datasets();
  }
}
