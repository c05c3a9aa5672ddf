// What mpxj reads of project files, and where its twin of the well-known scheduler would put each row.
// Arguments: files. Out: a line a fact, parted by tabs: file, fact, row, values.

import java.time.LocalDateTime;
import java.util.List;
import org.mpxj.CustomField;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarException;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;
import org.mpxj.reader.UniversalProjectReader;

public class Reader {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      ProjectFile project = new UniversalProjectReader().read(file);
      facts(file, project);
      LocalDateTime start = project.getProjectProperties().getStartDate();
      new MicrosoftScheduler().schedule(project, start);
      for (Task task : project.getTasks()) say(file, "moved", task, task.getStart(), task.getFinish());
    }
  }

  static void facts(String file, ProjectFile project) {
    for (ProjectCalendar calendar : project.getCalendars())
      for (ProjectCalendarException day : calendar.getCalendarExceptions())
        line(file, "day", calendar.getUniqueID(), day.getFromDate(), day.getToDate(), day.getWorking());
    for (CustomField field : project.getCustomFields()) line(file, "field", 0, field.getFieldType(), field.getAlias());
    for (Task task : project.getTasks()) {
      say(file, "dates", task, task.getStart(), task.getFinish(), minutes(task.getDuration()));
      say(file, "place", task, task.getID(), task.getOutlineLevel(), task.getOutlineNumber(), task.getSummary(), task.getMilestone());
      say(file, "name", task, task.getName());
      say(file, "texts", task, task.getText(1), task.getText(2), task.getText(3), task.getText(4));
      say(file, "state", task, task.getPercentageComplete().intValue(), task.getConstraintType(), task.getDeadline());
      if (task.getBaselineStart() != null) say(file, "baseline", task, 0, task.getBaselineStart(), task.getBaselineFinish());
      for (int n = 1; n <= 10; n++)
        if (task.getBaselineStart(n) != null) say(file, "baseline", task, n, task.getBaselineStart(n), task.getBaselineFinish(n));
      for (Relation link : (List<Relation>) task.getPredecessors())
        say(file, "link", task, link.getPredecessorTask().getUniqueID(), link.getType(), link.getLag());
    }
  }

  static long minutes(Duration length) {
    return Math.round(Duration.convertUnits(length.getDuration(), length.getUnits(), TimeUnit.MINUTES, 480.0, 2400.0, 20.0).getDuration());
  }

  static void say(String file, String fact, Task task, Object... values) {
    line(file, fact, task.getUniqueID(), values);
  }

  static void line(String file, String fact, Object row, Object... values) {
    StringBuilder text = new StringBuilder(file + "\t" + fact + "\t" + row);
    for (Object value : values) text.append("\t").append(value == null ? "" : value.toString().replaceAll("\\s", " "));
    System.out.println(text);
  }
}
