import { swiftStore } from '../families/swift/commands.ts';

export const saveToCephRgwSwift = swiftStore('ceph-rgw-swift');
