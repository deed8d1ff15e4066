/**
 * A {@link vethlab.lab.Lab} as text: a whole new lab.yaml ({@link vethlab.lab.write.LabText}), or
 * an old one changed where the lab has changed, with its comments, its order and its unknown keys
 * ({@link vethlab.lab.write.LabEditor}).
 */
package vethlab.lab.write;
