import { swiftStore } from '../families/swift/commands.ts';

export const saveToOpenstackSwift = swiftStore('openstack-swift');
