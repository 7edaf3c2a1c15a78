package dev.elbow.cli.doctor;

import java.util.List;

/** Looks at one part of the surroundings. */
interface Check {

  /** The topic of a finding that says that this check itself failed. */
  String topic();

  /** What there is to say; what goes wrong may be thrown. */
  List<Finding> look();
}
