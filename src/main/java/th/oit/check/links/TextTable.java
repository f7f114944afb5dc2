package th.oit.check.links;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * Numbers for texts that stand on many pages: the links of a menu are packed once. 0 is null.
 * Thread-safe.
 */
final class TextTable {
  private volatile String[] texts;
  private volatile int count;
  private Map<String, Integer> numbers;

  /** Without any text. */
  TextTable() {
    texts = new String[64];
    count = 1;
  }

  /** With the texts that {@link #pack} has packed. */
  TextTable(Unpacker in) {
    int size = in.number();
    String[] all = new String[size + 64];
    for (int i = 1; i < size; i++) {
      all[i] = in.text();
    }
    texts = all;
    count = size;
  }

  void pack(Packer out) {
    out.number(count);
    for (int i = 1; i < count; i++) {
      out.text(texts[i]);
    }
  }

  int size() {
    return count;
  }

  String text(int number) {
    return texts[number];
  }

  /** The numbers of the texts for which something holds. */
  BitSet numbersOf(Predicate<String> wanted) {
    BitSet numbers = new BitSet();
    for (int i = 1; i < count; i++) {
      if (wanted.test(texts[i])) {
        numbers.set(i);
      }
    }
    return numbers;
  }

  synchronized int number(String text) {
    if (text == null) {
      return 0;
    }
    if (numbers == null) {
      numbers = new HashMap<>(count * 2);
      for (int i = 1; i < count; i++) {
        numbers.put(texts[i], i);
      }
    }
    Integer known = numbers.putIfAbsent(text, count);
    if (known != null) {
      return known;
    }
    if (count == texts.length) {
      texts = Arrays.copyOf(texts, count * 2);
    }
    texts[count] = text;
    return count++;
  }
}
