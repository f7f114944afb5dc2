package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.template.Configuration;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MembersOfObjectsTest {
  @Test
  void templatesMayPrintObjectsAndDoNothingElseWithThem() throws ReflectiveOperationException {
    DefaultMemberAccessPolicy policy =
        DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_34);
    ClassMemberAccessPolicy path = policy.forClass(Path.of("x").getClass());
    assertTrue(path.isMethodExposed(Object.class.getMethod("toString")));
    assertFalse(path.isMethodExposed(Path.class.getMethod("toFile")));
    assertFalse(policy.forClass(String.class).isMethodExposed(String.class.getMethod("getBytes")));
    assertTrue(policy.isToStringAlwaysExposed());
  }
}
