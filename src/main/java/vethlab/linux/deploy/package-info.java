/**
 * Labs that stay: in a sandbox ({@link vethlab.linux.deploy.SandboxDeployment}), or on the
 * machine's own network where that is asked for ({@link vethlab.linux.deploy.HostDeployment}). What
 * is known of each is in its folder ({@link vethlab.linux.deploy.LabFolders}); a kill at any point
 * leaves nothing that the next command can't take away.
 */
package vethlab.linux.deploy;
