package th.oit.source;

import java.util.List;
import java.util.Map;
import th.oit.finding.Source;

/** A value of a YAML file that knows where it stands. */
public sealed interface YamlNode {
  Source at();

  /** A mapping; its keys in the order of the file. */
  record Mapping(Source at, Map<String, Entry> entries) implements YamlNode {}

  /** A key with its value. */
  record Entry(Source keyAt, YamlNode value) {}

  /** A sequence. */
  record Sequence(Source at, List<YamlNode> values) implements YamlNode {}

  /** A scalar as written, without its quotes; {@code missing} for an empty or null value. */
  record Scalar(Source at, String text, boolean missing) implements YamlNode {}
}
