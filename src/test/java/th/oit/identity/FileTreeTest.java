package th.oit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path folder;
  private Path root;
  private FileTree tree;

  @BeforeEach
  void aTree() throws IOException {
    root = folder.resolve("ต้นไม้");
    write("a.txt", "aaaa");
    write("pages/เรื่อง/one.md", "1111");
    write("pages/เรื่อง/two.md", "2222");
    write("pages/empty", "");
    Files.createDirectories(root.resolve("nothing"));
    tick();
    tree = look();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private long tick() throws IOException {
    OptionalLong time = new FileClock(folder.resolve("clock")).afterTick();
    assertTrue(time.isPresent(), "this file system ticks too slowly for the test");
    return time.getAsLong();
  }

  /** Looks, and passes what was seen through its written form. */
  private FileTree look() throws IOException {
    FileTree seen = FileTree.of(root, true, 0).orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    seen.write(new DataOutputStream(bytes));
    return FileTree.read(ByteBuffer.wrap(bytes.toByteArray()));
  }

  @Test
  void nothingHasChangedWhenNothingWasDone() throws IOException {
    assertTrue(tree.isStill());
    Files.readString(root.resolve("a.txt"));
    assertTrue(tree.isStill(), "reading is no change");
    assertEquals(
        FileTree.of(root, true, 0).orElseThrow().signature(),
        FileTree.of(root, true, 0).orElseThrow().signature());
  }

  @Test
  void anotherTextOfTheSameLengthIsAChange() throws IOException {
    String before = FileTree.of(root, true, 0).orElseThrow().signature();
    write("pages/เรื่อง/two.md", "3333");
    assertFalse(tree.isStill());
    assertNotEquals(before, FileTree.of(root, true, 0).orElseThrow().signature());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTimeThatWasSetBackHidesNothing() throws IOException {
    Path file = root.resolve("a.txt");
    FileTime time = Files.getLastModifiedTime(file);
    write("a.txt", "bbbb");
    Files.setLastModifiedTime(file, time);
    assertEquals(time, Files.getLastModifiedTime(file));
    assertFalse(tree.isStill());
  }

  @Test
  void aFileMoreOrLessIsAChange() throws IOException {
    write("pages/เรื่อง/three.md", "");
    assertFalse(tree.isStill());
    tick();
    tree = look();
    Files.delete(root.resolve("pages/empty"));
    assertFalse(tree.isStill());
    tick();
    tree = look();
    write("new at the top", "");
    assertFalse(tree.isStill());
    Files.delete(root.resolve("new at the top"));
    assertTrue(tree.isStill(), "of the root itself only the names count");
    Files.delete(root.resolve("nothing"));
    assertFalse(tree.isStill());
  }

  @Test
  void aFileInThePlaceOfAnotherWithTheSameDatesIsAChange() throws IOException {
    Path file = root.resolve("a.txt");
    FileTime time = Files.getLastModifiedTime(file);
    Path other = folder.resolve("other");
    Files.writeString(other, "cccc");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertFalse(tree.isStill());
  }

  @Test
  void whatWasMovedAsAWholeIsTheSame() throws IOException {
    Path place = folder.resolve("moved");
    Files.move(root, place);
    assertFalse(tree.isStill());
    assertTrue(tree.at(place).isStill());
  }

  @Test
  void whatDoesNotStandIsKnownToo() throws IOException {
    FileTree nothing = FileTree.of(folder.resolve("later"), true, 0).orElseThrow();
    assertTrue(nothing.isStill());
    assertTrue(nothing.isBefore(0));
    Files.createDirectory(folder.resolve("later"));
    assertFalse(nothing.isStill());
  }

  @Test
  void aFileAloneIsATreeToo() throws IOException {
    FileTree file = FileTree.of(root.resolve("a.txt"), true, 0).orElseThrow();
    assertTrue(file.isStill());
    write("a.txt", "dddd");
    assertFalse(file.isStill());
  }

  @Test
  void namesWithADotAreLeftOutWhenTheyDoNotBelong() throws IOException {
    write(".hidden/x", "x");
    write("pages/.DS_Store", "x");
    tick();
    FileTree seen = FileTree.of(root, false, 0).orElseThrow();
    write(".hidden/x", "yy");
    write(".other", "x");
    assertTrue(seen.isStill());
    write("pages/.DS_Store", "yy");
    assertTrue(seen.isStill());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noTreeWithASymbolicLinkIsVouchedFor() throws IOException {
    Files.createSymbolicLink(root.resolve("pages/link"), root.resolve("a.txt"));
    assertTrue(FileTree.of(root, true, 0).isEmpty());
    assertTrue(FileTree.of(root.resolve("pages/link"), true, 0).isEmpty());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noTreeOnAnotherDeviceIsVouchedFor() throws IOException {
    write("clock", "");
    long device = new FileClock(root.resolve("clock")).device();
    assertTrue(FileTree.of(root, true, device).isPresent());
    assertTrue(FileTree.of(root, true, device + 1).isEmpty());
  }

  @Test
  void whatIsWrittenAfterATickIsDatedAfterIt() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("a.txt", "before " + i);
      long time = tick();
      assertTrue(FileTree.of(root, true, 0).orElseThrow().isBefore(time), "written before");
      write("a.txt", "after " + i);
      assertFalse(FileTree.of(root, true, 0).orElseThrow().isBefore(time), "written after");
    }
  }

  @Test
  void manyFilesAreLookedAtByTwo() throws IOException {
    for (int i = 0; i < 2_500; i++) {
      write("many/" + i / 100 + "/" + i, "");
    }
    tick();
    tree = look();
    assertTrue(tree.isStill());
    write("many/24/2499", "x");
    assertFalse(tree.isStill());
    tick();
    tree = look();
    assertTrue(tree.isStill());
    write("a.txt", "x");
    assertFalse(tree.isStill());
  }
}
