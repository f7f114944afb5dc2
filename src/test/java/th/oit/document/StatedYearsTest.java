package th.oit.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatedYearsTest {
  private static final Path REPORT =
      Path.of("content/oit/2567/o17/annual-procurement-report-2566.pdf");

  @TempDir Path folder;

  @Test
  void readsTheFiscalYearsFromTheFirstPageOfARealPdf() throws IOException {
    assertTrue(StatedYears.remembering(null).of(REPORT).contains(2566));
  }

  @Test
  void understandsThaiDigitsAndSpacesThatExtractionPutsIntoWords() {
    assertEquals(Set.of(2566, 2567), StatedYears.in("ปี งบประมาณ พ. ศ. ๒๕๖๖ และปีงบประมาณ 2567"));
  }

  @Test
  void aYearThatIsNoFiscalYearDoesNotCount() {
    assertEquals(Set.of(), StatedYears.in("ณ วันที่ 10 เมษายน 2567 พ.ศ. 2560"));
  }

  @Test
  void remembersBetweenRunsByContentAndForgetsWhatIsGone() throws IOException {
    Path memory = folder.resolve("years");
    StatedYears first = StatedYears.remembering(memory);
    Set<Integer> years = first.of(REPORT);
    first.save();
    String kept = Files.readString(memory);
    // What is remembered is believed: another year in the memory comes back as it stands there.
    String other =
        kept.substring(0, kept.lastIndexOf("end "))
            .replaceAll(" 25\\d\\d( 25\\d\\d)*\n", " 2401\n");
    Files.writeString(memory, other + Memory.end(other));
    Path renamed = Files.copy(REPORT, folder.resolve("renamed.pdf"));
    assertEquals(Set.of(2401), StatedYears.remembering(memory).of(renamed));
    StatedYears none = StatedYears.remembering(memory);
    none.save();
    assertEquals(years, StatedYears.remembering(memory).of(REPORT));
  }

  @Test
  void aMemoryThatWasCutShortOrChangedIsNotBelieved() throws IOException {
    Path memory = folder.resolve("years");
    StatedYears first = StatedYears.remembering(memory);
    Set<Integer> years = first.of(REPORT);
    first.save();
    String kept = Files.readString(memory).replaceAll(" 25\\d\\d", " 2401");
    Files.writeString(memory, kept);
    assertEquals(years, StatedYears.remembering(memory).of(REPORT));
    Files.writeString(memory, kept.substring(0, kept.length() - 5));
    assertEquals(years, StatedYears.remembering(memory).of(REPORT));
  }

  @Test
  void filesThatAreNoPdfNameNoYear() throws IOException {
    Path text = Files.writeString(folder.resolve("a.pdf"), "ปีงบประมาณ พ.ศ. 2567");
    assertEquals(Set.of(), StatedYears.remembering(null).of(text));
  }
}
