package th.oit.readiness;

import java.util.List;
import th.oit.text.Language;

/** The status as a workbook: a sheet for each table. */
public final class StatusXlsx {
  private StatusXlsx() {}

  /** Writes the workbook. */
  public static byte[] of(Readiness readiness, Language language) {
    List<Grid> grids = new StatusGrids(readiness, language).all();
    return Xlsx.of(grids);
  }
}
