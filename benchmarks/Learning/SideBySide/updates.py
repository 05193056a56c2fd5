"""The updates that `benchmarks learning --side-by-side` measures, in PyTorch.

Reads lines "update count" from standard input and answers each with the processor seconds that so many updates took. One thread. Same shapes, same
mathematics and the same amount of data as the managed learner; what PyTorch can do in several ways is here in each, and the fastest counts.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH, STATE, WIDTH, SITES, COUNTS, QUANTILES, KEPT = 256, 49, 256, 8, 8, 32, 5_000
ACTIONS = SITES * COUNTS
TAU = (torch.arange(QUANTILES) + 0.5) / QUANTILES


def mlp(*widths, last=False):
    layers = []
    for i in range(1, len(widths)):
        layers.append(nn.Linear(widths[i - 1], widths[i]))
        if last or i < len(widths) - 1:
            layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def encoder():
    return mlp(STATE, WIDTH, WIDTH, WIDTH, last=True)


def adam(parameters, foreach):
    return torch.optim.Adam(parameters, lr=3e-4, foreach=foreach)


def copy_of(network, make):
    copy = make()
    copy.load_state_dict(network.state_dict())
    return copy.requires_grad_(False)


class Memory:
    """Transitions in tensors; a batch is a gather of rows."""

    def __init__(self, masks):
        self.columns = {
            "states": torch.randn(KEPT, STATE),
            "next": torch.randn(KEPT, STATE),
            "rewards": torch.randn(KEPT, 1),
            "discounts": torch.full((KEPT, 1), 0.9),
            **masks,
        }

    def sample(self):
        rows = torch.randint(KEPT, (BATCH,))
        return {name: column.index_select(0, rows) for name, column in self.columns.items()}


class Blocks(torch.autograd.Function):
    """Of every row only the outputs of one action: the weights' blocks are gathered, and their gradients scattered."""

    @staticmethod
    def forward(context, latent, weights, bias, actions):
        blocks = weights.view(ACTIONS, QUANTILES, WIDTH).index_select(0, actions)
        context.save_for_backward(latent, blocks, actions)
        return torch.baddbmm(bias.view(ACTIONS, QUANTILES).index_select(0, actions).unsqueeze(2), blocks, latent.unsqueeze(2)).squeeze(2)

    @staticmethod
    def backward(context, slopes):
        latent, blocks, actions = context.saved_tensors
        by_latent = torch.bmm(slopes.unsqueeze(1), blocks).squeeze(1)
        by_weights = torch.zeros(ACTIONS, QUANTILES, WIDTH).index_add_(0, actions, slopes.unsqueeze(2) * latent.unsqueeze(1))
        by_bias = torch.zeros(ACTIONS, QUANTILES).index_add_(0, actions, slopes)
        return by_latent, by_weights.view(ACTIONS * QUANTILES, WIDTH), by_bias.view(-1), None


def chosen_of(critic, latent, actions, blockwise):
    if blockwise:
        return Blocks.apply(latent, critic.weight, critic.bias, actions)
    rows = torch.arange(BATCH)
    return critic(latent).view(BATCH, ACTIONS, QUANTILES)[rows, actions]


def means_of(critic, latent):
    # The last layer is linear: its weights may be averaged first.
    return F.linear(latent, critic.weight.view(ACTIONS, QUANTILES, WIDTH).mean(1), critic.bias.view(ACTIONS, QUANTILES).mean(1))


def quantile_huber(predicted, target):
    difference = target.unsqueeze(1) - predicted.unsqueeze(2)
    weight = (TAU.view(1, -1, 1) - (difference < 0).float()).abs()
    return (weight * F.huber_loss(predicted.unsqueeze(2).expand_as(difference), target.unsqueeze(1).expand_as(difference), reduction="none")).mean()


class Paper:
    """Discrete SAC with exact expectation, twin quantile critics and an encoder that they train."""

    def __init__(self, expected, blockwise, foreach):
        self.expected, self.blockwise = expected, blockwise
        actions = torch.randint(ACTIONS, (KEPT,))
        masks = torch.rand(KEPT, ACTIONS) < 0.8
        masks[torch.arange(KEPT), actions] = True
        self.memory = Memory({"actions": actions, "masks": masks, "nextMasks": masks})
        self.mean, self.scale = torch.zeros(STATE), torch.ones(STATE)
        self.encoder, self.actor = encoder(), mlp(WIDTH, WIDTH, SITES + ACTIONS)
        self.critics = nn.ModuleList(nn.Linear(WIDTH, ACTIONS * QUANTILES) for _ in range(2))
        self.slow_encoder = copy_of(self.encoder, encoder)
        self.slow_critics = copy_of(self.critics, lambda: nn.ModuleList(nn.Linear(WIDTH, ACTIONS * QUANTILES) for _ in range(2)))
        self.learned = [*self.encoder.parameters(), *self.critics.parameters()]
        self.slow = [*self.slow_encoder.parameters(), *self.slow_critics.parameters()]
        self.critic_adam, self.actor_adam = adam(self.learned, foreach), adam(self.actor.parameters(), foreach)
        self.log_alpha = torch.tensor(0.2).log().requires_grad_()
        self.alpha_adam = adam([self.log_alpha], False)

    def policy(self, latent, masks):
        logits = self.actor(latent)
        masks = masks.view(BATCH, SITES, COUNTS)
        sites = logits[:, :SITES].masked_fill(~masks.any(2), -1e9).log_softmax(1)
        counts = logits[:, SITES:].view(BATCH, SITES, COUNTS).masked_fill(~masks, -1e9).log_softmax(2)
        logs = (sites.unsqueeze(2) + counts).view(BATCH, ACTIONS)
        return logs.exp(), logs

    @torch.no_grad()
    def targets(self, batch, alpha):
        shares, logs = self.policy(self.encoder(batch["next"]), batch["nextMasks"])
        latent = self.slow_encoder(batch["next"])
        if self.expected:
            least = torch.min(*(critic(latent).view(BATCH, ACTIONS, QUANTILES) for critic in self.slow_critics))
            bonus = (shares * logs.clamp(min=-1e3)).sum(1, keepdim=True)
            value = torch.bmm(shares.unsqueeze(1), least).squeeze(1) - alpha * bonus
        else:
            actions = torch.multinomial(shares, 1)
            value = torch.min(*(chosen_of(critic, latent, actions.squeeze(1), self.blockwise) for critic in self.slow_critics))
            value = value - alpha * logs.gather(1, actions)
        return batch["rewards"] + batch["discounts"] * value

    def step(self):
        batch = self.memory.sample()
        for name in ("states", "next"):
            batch[name] = batch[name].sub_(self.mean).mul_(self.scale).clamp_(-10, 10)
        alpha = self.log_alpha.detach().exp()
        target = self.targets(batch, alpha)
        latent = self.encoder(batch["states"])
        if self.blockwise:
            chosen = [chosen_of(critic, latent, batch["actions"], True) for critic in self.critics]
            with torch.no_grad():
                means = [means_of(critic, latent) for critic in self.critics]
        else:
            rows = torch.arange(BATCH)
            outputs = [critic(latent).view(BATCH, ACTIONS, QUANTILES) for critic in self.critics]
            chosen = [output[rows, batch["actions"]] for output in outputs]
            with torch.no_grad():
                means = [output.mean(2) for output in outputs]
        critic_loss = sum(quantile_huber(values, target) for values in chosen)
        shares, logs = self.policy(latent.detach(), batch["masks"])
        actor_loss = (shares * (alpha * logs - torch.min(*means))).sum(1).mean()
        self.critic_adam.zero_grad(set_to_none=True)
        self.actor_adam.zero_grad(set_to_none=True)
        (critic_loss + actor_loss).backward()
        for parameters, optimiser in ((self.learned, self.critic_adam), (list(self.actor.parameters()), self.actor_adam)):
            nn.utils.clip_grad_norm_(parameters, 10)
            optimiser.step()
        with torch.no_grad():
            entropy = -(shares * logs.clamp(min=-1e3)).sum(1).mean()
            wanted = 0.3 * batch["masks"].sum(1).float().log().mean()
        self.log_alpha.grad = entropy - wanted
        self.alpha_adam.step()
        with torch.no_grad():
            torch._foreach_mul_(self.slow, 0.995)
            torch._foreach_add_(self.slow, self.learned, alpha=0.005)


class Published:
    """CHSAC-AF's public update without what it computes and throws away."""

    def __init__(self, foreach):
        masks = torch.rand(KEPT, SITES + COUNTS) < 0.8
        masks[:, 0] = masks[:, SITES] = True
        self.memory = Memory({"sites": torch.randint(SITES, (KEPT,)), "counts": torch.randint(COUNTS, (KEPT,)), "masks": masks, "costs": torch.rand(KEPT, 2)})
        self.encoder, self.heads = encoder(), nn.ModuleList(mlp(WIDTH, WIDTH, n) for n in (SITES, COUNTS))
        self.critics, self.slow = self.twins(), self.twins().requires_grad_(False)
        self.slow.load_state_dict(self.critics.state_dict())
        self.log_alpha = torch.tensor(0.2).log().requires_grad_()
        self.acting = [*self.encoder.parameters(), *self.heads.parameters()]
        self.actor_adam, self.critic_adam = adam([*self.acting, self.log_alpha], foreach), adam(self.critics.parameters(), foreach)
        self.prices, self.sums, self.limits = torch.zeros(2), torch.zeros(2), torch.tensor([0.5, 0.0])
        self.learned, self.followers = list(self.critics.parameters()), list(self.slow.parameters())

    @staticmethod
    def twins():
        return nn.ModuleList(mlp(WIDTH + SITES + COUNTS, WIDTH, WIDTH, QUANTILES) for _ in range(2))

    @staticmethod
    def coded(latent, sites, counts):
        return torch.cat((latent, F.one_hot(sites, SITES).float(), F.one_hot(counts, COUNTS).float()), 1)

    def step(self):
        batch = self.memory.sample()
        excess = (batch["costs"] - self.limits).clamp_(min=0)
        target = (batch["rewards"] - (excess * self.prices).sum(1, keepdim=True)).expand(BATCH, QUANTILES)
        latent = self.encoder(batch["states"])
        inputs = self.coded(latent.detach(), batch["sites"], batch["counts"])
        # All targets of a row are one: the weights average to a half.
        critic_loss = sum(0.5 * F.huber_loss(critic(inputs), target) for critic in self.critics)
        self.critic_adam.zero_grad(set_to_none=True)
        critic_loss.backward()
        nn.utils.clip_grad_norm_(self.learned, 5)
        self.critic_adam.step()

        logs, drawn, masks = [], [], batch["masks"].split((SITES, COUNTS), 1)
        for head, mask in zip(self.heads, masks):
            log = head(latent).masked_fill(~mask, -1e9).log_softmax(1)
            drawn.append(torch.multinomial(log.detach().exp(), 1))
            logs.append(log.gather(1, drawn[-1]))
        log = (logs[0] + logs[1]).squeeze(1)
        self.critics.requires_grad_(False)
        inputs = self.coded(latent, drawn[0].squeeze(1), drawn[1].squeeze(1))
        value = torch.min(*(critic(inputs) for critic in self.critics)).mean(1)
        actor_loss = (self.log_alpha.detach().exp() * log - value).mean() - self.log_alpha * (log.detach().mean() - 3)
        self.actor_adam.zero_grad(set_to_none=True)
        actor_loss.backward()
        self.critics.requires_grad_(True)
        nn.utils.clip_grad_norm_(self.acting, 5)
        self.actor_adam.step()
        with torch.no_grad():
            torch._foreach_mul_(self.followers, 0.995)
            torch._foreach_add_(self.followers, self.learned, alpha=0.005)
            over = (batch["costs"].mean(0) - self.limits).clamp_(min=0)
            self.sums += over
            self.prices = (self.prices + 0.05 * over + 0.01 * self.sums).clamp_(0, 10)


def main():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(1)
    made = {}
    variants = {
        "sampled": {f"{b}/{f}": (lambda b=b, f=f: Paper(False, b == "blocks", f == "foreach")) for b in ("blocks", "whole") for f in ("foreach", "single")},
        "expected": {f"{b}/{f}": (lambda b=b, f=f: Paper(True, b == "blocks", f == "foreach")) for b in ("blocks", "whole") for f in ("foreach", "single")},
        "published": {f: (lambda f=f: Published(f == "foreach")) for f in ("foreach", "single")},
    }
    with open("/proc/self/maps") as maps:
        loaded = maps.read()
    blas = next((name for name in ("openblas", "mkl", "blis") if name in loaded), "reference BLAS")
    print("ready", f"PyTorch {torch.__version__}, {blas}, {torch.get_num_threads()} thread", flush=True)
    for line in sys.stdin:
        update, count = line.split()
        if update not in made:
            # Each way warms up; the fastest stays.
            took = {}
            for name, make in variants[update].items():
                learner = make()
                for repeat in range(2):
                    begun = time.process_time()
                    for _ in range(15):
                        learner.step()
                    took[name] = (time.process_time() - begun, learner)
            best = min(took, key=lambda name: took[name][0])
            made[update] = took[best][1]
            print("way", best, *(f"{name}={15 / seconds:.1f}" for name, (seconds, _) in took.items()), flush=True)
        begun = time.process_time()
        for _ in range(int(count)):
            made[update].step()
        print(time.process_time() - begun, flush=True)


main()
