/** lab.yaml into a {@link vethlab.lab.Lab}. Start at {@link vethlab.lab.read.LabReader}. */
package vethlab.lab.read;
