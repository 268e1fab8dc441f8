"""The mean of several weights of one training: steadier than its last step."""
import sys

import torch


def main(target, sources):
    states = [torch.load(path, map_location='cpu') for path in sources]
    torch.save({name: sum(s[name].double() for s in states).div(len(states)).to(states[0][name].dtype) for name in states[0]}, target)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
