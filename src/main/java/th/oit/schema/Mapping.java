package th.oit.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import th.oit.text.Words;

/**
 * A mapping.
 *
 * @param name by which a shape further in can say that it is this one again; null where none does
 * @param others what stands under keys that the writer names; null where there are none such
 */
public record Mapping(String name, List<Key> keys, Shape others, List<Demand> demands) {
  /**
   * A key.
   *
   * @param usual what holds where the key is not written, as it would be written; null for nothing
   */
  public record Key(String name, Shape shape, Words says, boolean isRequired, String usual) {
    static Key of(String name, Shape shape, String th, String en) {
      return new Key(name, shape, Words.of(th, en), false, null);
    }

    Key required() {
      return new Key(name, shape, says, true, usual);
    }

    Key usually(String value) {
      return new Key(name, shape, says, isRequired, value);
    }
  }

  /** What is asked of several keys together. */
  public sealed interface Demand {
    /** Where a key has a value, others have one too; {@code value} is null for any value. */
    record When(String key, String value, List<String> needs) implements Demand {}

    /** Where two keys have a value, a third has one too. */
    record WhenBoth(String one, String other, String needs) implements Demand {}

    /** At least one of these keys. */
    record AnyOf(List<String> keys) implements Demand {}

    /** Exactly one of these keys. */
    record OneOf(List<String> keys) implements Demand {}
  }

  public Mapping {
    keys = List.copyOf(keys);
    demands = List.copyOf(demands);
  }

  static Mapping of(Key... keys) {
    return new Mapping(null, Arrays.asList(keys), null, List.of());
  }

  Mapping named(String newName) {
    return new Mapping(newName, keys, others, demands);
  }

  Mapping demanding(Demand... asked) {
    return new Mapping(name, keys, others, Arrays.asList(asked));
  }

  /** The key of this name. */
  public Optional<Key> key(String wanted) {
    return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
  }
}
