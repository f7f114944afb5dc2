package th.oit.content;

import java.util.List;

/**
 * What the front matter of a service's page says of the service.
 *
 * @param online where it is asked for online; null when only in another way
 * @param time how long it takes, in the office's words
 * @param fee what it costs, in the office's words
 * @param who who may ask for it; null when not said, as are the place and the hours
 * @param channels the ways to ask for it besides the online one
 * @param law the laws on which it rests
 * @param forms the forms to fill in
 * @param rank its place among the featured services, from 1; null when it is not featured
 */
public record ServicePart(
    ItemPart.Place online,
    String time,
    String fee,
    String who,
    String place,
    String hours,
    List<String> channels,
    List<Document> documents,
    List<Step> steps,
    List<String> law,
    List<Form> forms,
    Integer rank) {

  /**
   * A document that the citizen brings or sends.
   *
   * @param copies how many copies the office keeps; 0 when not said
   * @param noCopy whether no copy is asked for, the original being enough
   * @param note null when there is none
   */
  public record Document(String name, int copies, boolean noCopy, String note) {}

  /**
   * One step.
   *
   * @param what what is done
   * @param who who does it; null when not said, as is the time
   */
  public record Step(String what, String who, String time) {}

  /**
   * A form to fill in.
   *
   * @param title null when the file's name must do
   */
  public record Form(ItemPart.Place file, String title) {}
}
