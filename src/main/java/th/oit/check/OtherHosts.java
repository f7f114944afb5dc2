package th.oit.check;

import java.util.List;
import th.oit.check.links.LinkCheckResult;
import th.oit.finding.Finding;

/** Judges the links that lead to other hosts, which no file on the disk can decide. */
public interface OtherHosts {
  /** Asks nobody and finds nothing. */
  OtherHosts NONE = result -> List.of();

  /** What is wrong with them, each finding with its page and place. */
  List<Finding> judge(LinkCheckResult result);
}
